package dev.fakebeeper.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads multipart bodies. Plain fields are typed by their properties and make the JSON body; files
 * stay among the parts, and the schema only sees that they are there.
 */
final class MultipartReader implements BodyReader {
  private static final JsonNode FILE = TextNode.valueOf("");

  private final SchemaRule schema;
  private final Map<String, ParameterRule> fields;
  private final Map<String, Place> files = new LinkedHashMap<>();
  private final Place place;

  MultipartReader(MediaRule media, CompiledSchemas rules) {
    schema = rules.request(media.schema());
    place = media.place();
    fields = FormReader.fields(schema, rules);
    for (var property : schema.shape().properties()) {
      if (isBinary(property.follow()) || isBinary(property.follow().child("items").follow())) {
        files.put(property.name(), property);
      }
    }
  }

  private static boolean isBinary(Place property) {
    return property.text("format").equals("binary") || property.node().has("contentMediaType");
  }

  @Override
  public JsonNode read(ApiRequest request, MediaType type, Findings findings) {
    var byName = new LinkedHashMap<String, List<BodyPart>>();
    request
        .parts()
        .forEach(part -> byName.computeIfAbsent(part.name(), n -> new ArrayList<>()).add(part));
    var body = JsonNodeFactory.instance.objectNode();
    var fileNames = new HashSet<String>();
    byName.forEach((name, parts) -> add(name, parts, body, fileNames, findings));
    findings.violations().addAll(schema.violations(body, Site.REQUEST_BODY));
    UnknownMembers.find(schema, body, findings);
    return body.remove(fileNames);
  }

  private void add(
      String name, List<BodyPart> parts, ObjectNode body, Set<String> fileNames, Findings found) {
    var file = files.get(name);
    if (file != null) {
      checkFile(file, parts.get(0), found);
    }
    if (file == null && !isFile(parts.get(0))) {
      var texts = parts.stream().map(part -> new String(part.content(), StandardCharsets.UTF_8));
      body.set(name, FormReader.value(fields, name, texts.toList()));
      return;
    }
    fileNames.add(name);
    boolean isList = file != null && file.follow().text("type").equals("array");
    var array = JsonNodeFactory.instance.arrayNode();
    parts.forEach(part -> array.add(FILE));
    body.set(name, isList ? array : FILE);
  }

  private static boolean isFile(BodyPart part) {
    var type = part.contentType();
    return part.fileName() != null || (type != null && !MediaType.parse(type).isText());
  }

  private void checkFile(Place property, BodyPart part, Findings findings) {
    var site = Site.REQUEST_BODY.at("/" + Pointers.escape(part.name()));
    if (!isFile(part)) {
      findings
          .violations()
          .add(
              site.violation(
                  Kind.TYPE, "a file", "a plain field", property, "Give the part a file name."));
    }
    var wanted = place.child("encoding").child(part.name()).child("contentType");
    var type = part.contentType();
    if (wanted.exists() && type != null && !covers(wanted.node().asText(), type)) {
      findings
          .violations()
          .add(site.violation(Kind.MEDIA_TYPE, wanted.node().asText(), type, wanted));
    }
  }

  private static boolean covers(String wanted, String type) {
    return Arrays.stream(wanted.split(","))
        .anyMatch(one -> MediaType.parse(one).covers(MediaType.parse(type)));
  }
}
