package dev.fakebeeper.control.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.OrderedPMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

class PersistentFormsTest {
  private static final Samples EMPTY =
      new Samples(
          TreePVector.empty(),
          TreePSet.empty(),
          HashTreePMap.empty(),
          TreePMap.empty(),
          OrderedPMap.empty());

  record Samples(
      PVector<String> list,
      TreePSet<String> set,
      HashPMap<String, Integer> hash,
      TreePMap<String, List<Integer>> tree,
      OrderedPMap<String, String> ordered) {}

  @Test
  void every_collection_is_read_as_it_was_written_in_an_order_of_its_own() throws IOException {
    var samples =
        new Samples(
            TreePVector.from(List.of("b", "a")),
            TreePSet.from(List.of("d", "c")),
            HashTreePMap.singleton("f", 6).plus("e", 5),
            TreePMap.singleton("h", List.of(8, 9)).plus("g", List.of(7)),
            OrderedPMap.singleton("j", "10").plus("i", "9"));

    var json = StateMapper.MAPPER.writeValueAsString(samples);
    var read = StateMapper.MAPPER.readValue(json, Samples.class);

    assertThat(json)
        .isEqualTo(
            "{'list':['b','a'],'set':['c','d'],'hash':{'e':5,'f':6},'tree':{'g':[7],'h':[8,9]},"
                    .replace('\'', '"')
                + "\"ordered\":{\"j\":\"10\",\"i\":\"9\"}}");
    assertThat(read).isEqualTo(samples);
    assertThat(List.copyOf(read.ordered().keySet())).containsExactly("j", "i");
  }

  @Test
  void empty_ones_are_left_out() throws IOException {
    assertThat(StateMapper.MAPPER.writeValueAsString(EMPTY)).isEqualTo("{}");
    assertThat(StateMapper.MAPPER.readValue("{}", Samples.class)).isEqualTo(EMPTY);
  }
}
