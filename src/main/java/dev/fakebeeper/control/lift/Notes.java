package dev.fakebeeper.control.lift;

import dev.fakebeeper.control.lift.LiftReport.Note;
import dev.fakebeeper.control.lift.LiftReport.Note.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is to be said about a lift; equal remarks become one with a count. */
final class Notes {
  private static final int EXAMPLES = 3;

  private final Map<Key, Remark> remarks = new LinkedHashMap<>();

  private record Key(Kind kind, String what, String why) {}

  private static final class Remark {
    private final List<String> examples = new ArrayList<>();
    private int times;

    void add(String example) {
      times++;
      if (examples.size() < EXAMPLES && !examples.contains(example)) {
        examples.add(example);
      }
    }
  }

  void assumed(String what, String why, String example) {
    add(new Key(Kind.ASSUMED, what, why), example);
  }

  void leftOut(String what, String why, String example) {
    add(new Key(Kind.LEFT_OUT, what, why), example);
  }

  private void add(Key key, String example) {
    remarks.computeIfAbsent(key, k -> new Remark()).add(example);
  }

  List<Note> all() {
    return remarks.entrySet().stream()
        .map(
            entry ->
                new Note(
                    entry.getKey().kind(),
                    entry.getKey().what(),
                    entry.getKey().why(),
                    entry.getValue().times,
                    entry.getValue().examples))
        .sorted()
        .toList();
  }
}
