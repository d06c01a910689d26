package nl.banenschakel.statement;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import nl.banenschakel.platform.http.Reply;
import nl.banenschakel.statement.governing.Governed;
import nl.banenschakel.statement.sent.Purchase;
import nl.banenschakel.statement.sent.Reference;
import org.jspecify.annotations.Nullable;

/** Statements as the contract writes them. What only the sender reads is there for the sender. */
public final class StatementJson {
  private static final int REPEATED = 200;

  private StatementJson() {}

  /** One without its lines. */
  static JsonObject head(Statement statement) {
    var replacing = statement.replacing();
    var json =
        new JsonObject()
            .put("id", statement.id().toString())
            .put("sender", statement.sender().toString())
            .put("receiver", statement.receiver().map(Object::toString).orElse(null))
            .put("relation", statement.relation().map(Object::toString).orElse(null))
            .put("assignment", statement.assignment().map(Object::toString).orElse(null))
            .put("firstDay", statement.firstDay().toString())
            .put("lastDay", statement.lastDay().toString())
            .put("purchaseOrder", statement.purchaseOrder().orElse(null))
            .put("channel", statement.channel().text())
            .put("marks", marks(statement.marks()))
            .put("agreements", governed(statement.governed()))
            .put("workedHours", statement.hours().total())
            .put("countingWorkedHours", statement.judged().counting().total())
            .put("unmappedWorkedHours", statement.judged().unmapped().total())
            .put("lineCount", statement.lines())
            .put("receivedAt", statement.receipt().at().toInstant().toString())
            .put("receivedBy", statement.receipt().by())
            .put("replaces", replacing.replaces().map(Object::toString).orElse(null))
            .put("replacedBy", replacing.replacedBy().map(Object::toString).orElse(null))
            .put("purchase", purchase(statement.purchase()));
    statement
        .source()
        .ifPresent(
            own ->
                json.put("document", own.document().value())
                    .put("assignmentReference", own.assignment().map(Reference::value).orElse(null))
                    .put("receipt", statement.receipt().number()));
    return json;
  }

  /** One with its lines and all its corrections. */
  static JsonObject of(Statement.Whole whole) {
    var lines = new JsonArray();
    whole.lines().forEach(line -> lines.add(line(line)));
    var chain = new JsonArray();
    whole.chain().forEach(link -> chain.add(link(link)));
    return head(whole.statement()).put("lines", lines).put("chain", chain);
  }

  /** The answer to one that came in: 201 where it was new, else 200. */
  public static Reply reply(StatementIntake.Taken taken, LocalDate keptUntil) {
    var address = StatementRoutes.address(taken.statement().id());
    var reply = Reply.created(address, receipt(taken.whole(), keptUntil));
    return taken.fresh() ? reply : reply.withStatus(REPEATED);
  }

  /**
   * What the sender gets for one.
   *
   * @param keptUntil the last day on which it can be read
   */
  static JsonObject receipt(Statement.Whole whole, LocalDate keptUntil) {
    var statement = whole.statement();
    var lines = new JsonArray();
    whole.lines().forEach(line -> lines.add(verdict(line)));
    return new JsonObject()
        .put("number", statement.receipt().number())
        .put("statement", statement.id().toString())
        .put("receivedAt", statement.receipt().at().toInstant().toString())
        .put("receivedBy", statement.receipt().by())
        .put("keptUntil", keptUntil.toString())
        .put("replaces", statement.replacing().replaces().map(Object::toString).orElse(null))
        .put("workedHours", statement.hours().total())
        .put("countingWorkedHours", statement.judged().counting().total())
        .put("unmappedWorkedHours", statement.judged().unmapped().total())
        .put("marks", marks(statement.marks()))
        .put("agreements", governed(statement.governed()))
        .put("lines", lines);
  }

  private static JsonObject verdict(Statement.Line line) {
    return new JsonObject()
        .put("position", line.position())
        .put("at", line.source().map(Statement.LineSource::place).orElse(null))
        .put("verdict", line.verdict())
        .put("workedHours", line.hours().total())
        .put("counting", line.counts().label())
        .put("marks", marks(line.marks()));
  }

  private static JsonObject line(Statement.Line line) {
    var json =
        new JsonObject()
            .put("position", line.position())
            .put("pseudonym", line.pseudonym().toString())
            .put("firstDay", line.firstDay().toString())
            .put("lastDay", line.lastDay().toString())
            .put("workedHours", line.hours().total())
            .put("counting", line.counts().label())
            .put("void", line.isVoid())
            .put("marks", marks(line.marks()));
    line.source()
        .ifPresent(
            own ->
                json.put("person", own.person().value())
                    .put("hourType", own.hourType())
                    .put("start", own.start().map(it -> it.toInstant().toString()).orElse(null))
                    .put("end", own.end().map(it -> it.toInstant().toString()).orElse(null)));
    return json;
  }

  private static JsonObject link(Statement.Link link) {
    return new JsonObject()
        .put("id", link.id().toString())
        .put("replaces", link.replaces().map(Object::toString).orElse(null))
        .put("channel", link.channel().text())
        .put("receivedAt", link.at().toInstant().toString())
        .put("receivedBy", link.by());
  }

  private static @Nullable JsonObject purchase(Purchase purchase) {
    if (purchase.equals(Purchase.NONE)) {
      return null;
    }
    var invoices = new JsonArray();
    for (var invoice : purchase.invoices()) {
      invoices.add(
          new JsonObject()
              .put("number", invoice.number())
              .put("invoicedOn", invoice.invoicedOn().map(Object::toString).orElse(null))
              .put("paidOn", invoice.paidOn().map(Object::toString).orElse(null)));
    }
    return new JsonObject()
        .put("labourShare", purchase.labourShare().orElse(null))
        .put("deliveredOn", purchase.deliveredOn().map(Object::toString).orElse(null))
        .put("invoices", invoices);
  }

  private static JsonArray governed(List<Governed> governed) {
    var array = new JsonArray();
    for (var it : governed) {
      array.add(
          new JsonObject()
              .put("agreement", it.agreement().toString())
              .put("version", it.version())
              .put("firstDay", it.firstDay().toString())
              .put("lastDay", it.lastDay().toString()));
    }
    return array;
  }

  private static JsonArray marks(List<Mark> marks) {
    var array = new JsonArray();
    marks.forEach(mark -> array.add(mark.name()));
    return array;
  }
}
