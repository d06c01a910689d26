package nl.banenschakel.app;

import static nl.banenschakel.app.SampleFiles.ANNA;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Mappings of columns, and what is seen of files by them. */
final class ColumnSamples {
  private ColumnSamples() {}

  /** A file with all heads of a mapping, and one contract. */
  static String export(JsonArray columns) {
    var heads = new ArrayList<String>();
    var cells = new ArrayList<String>();
    for (int i = 0; i < columns.size(); i++) {
      heads.add(columns.getJsonObject(i).getString("head"));
      cells.add(
          switch (columns.getJsonObject(i).getString("field")) {
            case "bsn" -> ANNA;
            case "startDate", "endDate" -> "01-01-2024";
            case "contractHoursPerWeek" -> "36";
            default -> "x";
          });
    }
    return String.join(";", heads) + "\n" + String.join(";", cells) + "\n";
  }

  static List<String> fields(Answer seen) {
    var columns = seen.json().getJsonArray("columns");
    return IntStream.range(0, columns.size())
        .mapToObj(i -> columns.getJsonObject(i).getString("field"))
        .toList();
  }

  static List<String> places(Answer seen) {
    var mistakes = seen.json().getJsonArray("mistakes");
    return IntStream.range(0, mistakes.size())
        .mapToObj(mistakes::getJsonObject)
        .map(it -> it.getString("at") + " " + it.getString("code"))
        .toList();
  }

  /** Heads and fields in turn. */
  static String mapping(String... columns) {
    var all = new JsonArray();
    for (int i = 0; i < columns.length; i += 2) {
      all.add(new JsonObject().put("head", columns[i]).put("field", columns[i + 1]));
    }
    return new JsonObject().put("columns", all).encode();
  }
}
