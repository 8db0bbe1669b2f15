package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One complaint of the schema validator, in neutral form.
 *
 * @param keyword the keyword that failed, such as {@code minimum}
 * @param instance the way to the offending value, a list of member names and indexes
 * @param member the missing or unknown member of that value, empty when it is about the value
 * @param value the offending value
 * @param evaluation the way through the schema below the schema that was checked, references
 *     included ({@code $ref} is a step)
 * @param keywordPointer where the document states the keyword
 */
record SchemaError(
    String keyword,
    List<String> instance,
    String member,
    JsonNode value,
    List<String> evaluation,
    String keywordPointer) {

  /** The JSON pointer of what is wrong: the missing or unknown member, else the value. */
  String pointer() {
    var place = Pointers.of(instance);
    return member.isEmpty() ? place : Pointers.child(place, member);
  }

  /** Where the schema stands that has the keyword. */
  String schemaPointer() {
    return keywordPointer.substring(0, Math.max(0, keywordPointer.lastIndexOf('/')));
  }

  /** The same complaint about a value that stands deeper: below the given steps. */
  SchemaError below(List<String> steps) {
    var deeper = new ArrayList<>(steps);
    deeper.addAll(instance);
    return new SchemaError(keyword, deeper, member, value, evaluation, keywordPointer);
  }
}
