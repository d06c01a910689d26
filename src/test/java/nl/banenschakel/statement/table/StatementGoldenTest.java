package nl.banenschakel.statement.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.banenschakel.platform.stream.table.ColumnMapping;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.statement.sent.LineDraft;
import nl.banenschakel.statement.sent.Purchase;
import nl.banenschakel.statement.sent.Sent;
import nl.banenschakel.testing.GoldenCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases under {@code golden/statement}: a file, and the statements in it or its mistakes. */
class StatementGoldenTest {
  static Stream<GoldenCase> cases() {
    return GoldenCase.all("statement").stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void a_file_is_read_as_its_statements_or_as_its_mistakes(GoldenCase golden) {
    var decoder = new StatementFileDecoder(TableFile.CSV, ColumnMapping.NONE);

    assertThat(decoder.feed(golden.text("in.csv").getBytes(UTF_8))).isEmpty();
    var statements = decoder.end().get(0);

    var expected = new JsonArray(golden.text("expected.json"));
    assertThat(read(decoder, statements)).containsExactlyElementsOf(expected);
  }

  private static List<Object> read(StatementFileDecoder decoder, List<FileStatement> statements) {
    var mistakes = decoder.mistakes().kept();
    return mistakes.isEmpty()
        ? statements.stream().<Object>map(it -> json(it.sent())).toList()
        : mistakes.stream().<Object>map(it -> it.at() + " " + it.code()).toList();
  }

  private static JsonObject json(Sent sent) {
    var draft = sent.draft();
    var json =
        new JsonObject()
            .put("document", draft.document().value())
            .put("assignment", draft.assignment().orElseThrow().value())
            .put("firstDay", draft.firstDay().toString())
            .put("lastDay", draft.lastDay().toString())
            .put("corrects", draft.corrects())
            .put("lines", list(draft.lines(), StatementGoldenTest::json));
    put(json, "replaces", sent.replaces());
    put(json, "purchaseOrder", draft.purchaseOrder());
    put(json, "labourShare", sent.purchase().labourShare());
    put(json, "deliveredOn", sent.purchase().deliveredOn());
    return sent.purchase().invoices().isEmpty()
        ? json
        : json.put("invoices", list(sent.purchase().invoices(), StatementGoldenTest::json));
  }

  private static JsonObject json(LineDraft line) {
    return new JsonObject()
        .put("at", line.place())
        .put("person", line.person().value())
        .put("hourType", line.hourType())
        .put("firstDay", line.day().toString())
        .put("lastDay", line.lastDay().toString())
        .put("workedHours", line.hours().total().toPlainString());
  }

  private static JsonObject json(Purchase.Invoice invoice) {
    var json = new JsonObject().put("number", invoice.number());
    put(json, "invoicedOn", invoice.invoicedOn());
    put(json, "paidOn", invoice.paidOn());
    return json;
  }

  private static <T> JsonArray list(List<T> all, java.util.function.Function<T, JsonObject> json) {
    return new JsonArray(all.stream().map(json).toList());
  }

  private static void put(JsonObject json, String name, Optional<?> value) {
    value.ifPresent(it -> json.put(name, it.toString()));
  }
}
