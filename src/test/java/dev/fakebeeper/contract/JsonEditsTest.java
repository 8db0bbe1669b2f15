package dev.fakebeeper.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonEditsTest {

  private static JsonNode json(String text) {
    return Json.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static JsonEdit set(String pointer, String value) {
    return new JsonEdit.Set(pointer, json(value));
  }

  private static JsonEdit remove(String pointer) {
    return new JsonEdit.Remove(pointer);
  }

  private static Rewritten<JsonNode> edited(String tree, JsonEdit... edits) {
    return JsonEdits.apply(json(tree), List.of(edits));
  }

  private static List<String> told(Rewritten<?> rewritten) {
    return rewritten.changes().stream().map(JsonChange::describe).toList();
  }

  @Test
  void a_star_sets_a_member_of_every_item() {
    var edited = edited("{'items':[{'k':'7'},{}],'k':1}", set("/items/*/k", "7"));

    assertThat(edited.message()).isEqualTo(json("{'items':[{'k':7},{'k':7}],'k':1}"));
    assertThat(told(edited)).containsExactly("/items/0/k became 7", "/items/1/k became 7");
  }

  @Test
  void a_star_stands_for_every_member_of_an_object_too() {
    var edited = edited("{'chats':{'!a/b':{'t':1},'c':{'t':2}}}", set("/chats/*/t", "null"));

    assertThat(edited.message()).isEqualTo(json("{'chats':{'!a/b':{'t':null},'c':{'t':null}}}"));
    assertThat(told(edited))
        .containsExactly("/chats/!a~1b/t became null", "/chats/c/t became null");
  }

  @Test
  void a_star_at_the_end_sets_what_is_there() {
    assertThat(edited("{'a':[1,2],'b':{'c':1}}", set("/a/*", "0"), set("/b/*", "0")).message())
        .isEqualTo(json("{'a':[0,0],'b':{'c':0}}"));
  }

  @Test
  void items_are_removed_without_moving_those_that_follow_first() {
    var edited = edited("{'items':[1,2,3],'a':1}", remove("/items/*"), remove("/a"));

    assertThat(edited.message()).isEqualTo(json("{'items':[]}"));
    assertThat(edited.changes()).hasSize(4);
    assertThat(edited("[1,2,3]", remove("/1")).message()).isEqualTo(json("[1,3]"));
  }

  @Test
  void edits_see_what_the_one_before_left() {
    assertThat(edited("{}", set("/seen", "{}"), set("/seen/ann", "true")).message())
        .isEqualTo(json("{'seen':{'ann':true}}"));
  }

  @Test
  void the_whole_may_be_set() {
    assertThat(edited("{'a':1}", set("", "[]")).message()).isEqualTo(json("[]"));
  }

  @Test
  void a_pointer_that_leads_nowhere_is_told() {
    var tree = json("{'items':[],'a':{'b':1}}");

    var edited =
        JsonEdits.apply(
            tree,
            List.of(
                set("/items/*/k", "1"),
                set("/items/0", "1"),
                set("/a/b/c", "1"),
                remove("/a/c"),
                remove("/x/*")));

    assertThat(edited.message()).isSameAs(tree);
    assertThat(edited.changes()).isEmpty();
    assertThat(edited.unmatched())
        .containsExactly("/items/*/k", "/items/0", "/a/b/c", "/a/c", "/x/*");
  }

  @Test
  void what_is_given_is_never_written_to() {
    var item = json("{'id':'1'}");
    var fragment = JsonFragment.of(item);
    var rest = (ObjectNode) json("{'hasMore':true}");
    var value = json("{'x':1}");
    var page = ApiResponse.ok(new Body.Page(List.of(fragment), rest)).with("X-One", "1");

    var edited =
        JsonEdits.apply(
            page,
            List.of(
                new JsonEdit.Set("/items/*/id", value),
                new JsonEdit.Set("/hasMore", value),
                set("/hasMore/x", "2")));

    assertThat(edited.message().headers().first("X-One")).contains("1");
    assertThat(edited.message().body())
        .isEqualTo(new Body.Json(json("{'items':[{'id':{'x':1}}],'hasMore':{'x':2}}")));
    assertThat(fragment.tree()).isEqualTo(item);
    assertThat(rest).isEqualTo(json("{'hasMore':true}"));
    assertThat(value).isEqualTo(json("{'x':1}"));
  }

  @Test
  void an_answer_without_json_stays_as_it_is() {
    var text = ApiResponse.ok(new Body.Text("text/plain", "{}"));

    var edited = JsonEdits.apply(text, List.of(set("/a", "1")));

    assertThat(edited.message()).isSameAs(text);
    assertThat(edited.unmatched()).containsExactly("/a");
  }

  @Test
  void a_frame_is_edited_as_text() {
    var frame = "{\"type\":\"message.upserted\",\"entries\":[{\"id\":\"1\",\"mentions\":[]}]}";

    assertThat(JsonEdits.apply(frame, List.of(set("/entries/*/mentions", "null"))).message())
        .isEqualTo(
            "{\"type\":\"message.upserted\",\"entries\":[{\"id\":\"1\",\"mentions\":null}]}");
    assertThat(JsonEdits.apply(frame, List.of(remove("/seq"))).message()).isSameAs(frame);
  }

  @Test
  void a_pointer_without_a_slash_is_refused_with_the_cure() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> set("title", "1"))
        .withMessage(
            "title is no JSON pointer: it does not start with a slash; write /title, or"
                + " /items/*/title for every item of a page");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> remove(""))
        .withMessageContaining("name a member, such as /items/0/preview");
  }
}
