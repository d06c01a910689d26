package nl.banenschakel.statement;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.banenschakel.kernel.WorkedHours;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.statement.governing.Governed;
import nl.banenschakel.statement.sent.Channel;
import nl.banenschakel.statement.sent.Purchase;
import nl.banenschakel.statement.sent.Reference;
import nl.banenschakel.statement.sent.StatementDraft;

/** Rows of the schema {@code statement}: heads, documents, and what stands. */
final class StatementRepository {
  private final Sql sql = Sql.load("statement");

  /** A version of a document. */
  record Document(int version, UUID statement, Buffer digest) {}

  /** The newest version of a document. */
  Future<Optional<Document>> findDocument(Tx tx, Reference name) {
    return tx.first(
        sql.get("findDocument"),
        row ->
            new Document(
                row.getInteger("version"), row.getUUID("statement_id"), row.getBuffer("digest")),
        name.owner().name(),
        name.value());
  }

  /** False: somebody else sent that version meanwhile. */
  Future<Boolean> addDocument(Tx tx, StatementDraft draft, Document document) {
    return tx.first(
            sql.get("addDocument"),
            row -> true,
            tx.tenant(),
            draft.document().owner().name(),
            draft.document().value(),
            document.version(),
            document.statement(),
            document.digest(),
            draft.assignment().map(it -> it.owner().name()).orElse(null),
            draft.assignment().map(Reference::value).orElse(null))
        .map(Optional::isPresent);
  }

  /** Adds the head of one, with what governs it. */
  Future<Void> add(Tx tx, Statement statement) {
    var purchase = statement.purchase();
    var invoices = purchase.invoices();
    var governed = statement.governed();
    return tx.update(
            sql.get("addStatement"),
            tx.tenant(),
            statement.id(),
            statement.receiver().orElse(null),
            statement.relation().orElse(null),
            statement.assignment().orElse(null),
            statement.firstDay(),
            statement.lastDay(),
            statement.purchaseOrder().orElse(null),
            statement.channel().name(),
            statement.marks().stream().map(Mark::name).toArray(String[]::new),
            purchase.labourShare().orElse(null),
            purchase.deliveredOn().orElse(null),
            invoices.stream().map(Purchase.Invoice::number).toArray(String[]::new),
            invoices.stream().map(it -> it.invoicedOn().orElse(null)).toArray(LocalDate[]::new),
            invoices.stream().map(it -> it.paidOn().orElse(null)).toArray(LocalDate[]::new),
            statement.receipt().number(),
            statement.replacing().original(),
            statement.replacing().replaces().orElse(null),
            statement.receipt().by(),
            governed.stream().map(Governed::agreement).toArray(UUID[]::new),
            governed.stream().map(Governed::version).toArray(Integer[]::new),
            governed.stream().map(Governed::firstDay).toArray(LocalDate[]::new),
            governed.stream().map(Governed::lastDay).toArray(LocalDate[]::new))
        .mapEmpty();
  }

  Future<Optional<Statement>> find(Tx tx, UUID id) {
    return tx.first(sql.get("findStatement"), StatementRepository::statement, id);
  }

  Future<List<Statement>> list(Tx tx, StatementQuestion question, Optional<UUID> after, int limit) {
    return tx.list(
        sql.get("listStatements"),
        StatementRepository::statement,
        question.assignment().orElse(null),
        question.standing(),
        after.orElse(null),
        limit,
        question.file().orElse(null));
  }

  Future<List<Statement.Link>> chain(Tx tx, UUID original) {
    return tx.list(sql.get("listChain"), StatementRepository::link, original);
  }

  /** Of how many statements a chain is. */
  Future<Integer> countChain(Tx tx, UUID original) {
    return tx.first(sql.get("countChain"), row -> row.getInteger("statements"), original)
        .map(Optional::orElseThrow);
  }

  private static Statement statement(Row row) {
    return new Statement(
        row.getUUID("statement_id"),
        row.getUUID("tenant_id"),
        Optional.ofNullable(row.getUUID("counterparty_id")),
        Optional.ofNullable(row.getUUID("relation_id")),
        Optional.ofNullable(row.getUUID("assignment_id")),
        row.getLocalDate("first_day"),
        row.getLocalDate("last_day"),
        Optional.ofNullable(row.getString("purchase_order")),
        Channel.valueOf(row.getString("channel")),
        marks(row),
        purchase(row),
        WorkedHours.total(row.getBigDecimal("hours")),
        new Statement.Judged(
            WorkedHours.total(row.getBigDecimal("counting")),
            WorkedHours.total(row.getBigDecimal("unmapped"))),
        row.getInteger("lines"),
        new Statement.Receipt(
            row.getString("receipt"),
            row.getOffsetDateTime("received_at"),
            row.getString("received_by")),
        new Statement.Replacing(
            row.getUUID("original_id"),
            Optional.ofNullable(row.getUUID("replaces")),
            Optional.ofNullable(row.getUUID("replaced_by"))),
        governed(row),
        source(row));
  }

  private static Purchase purchase(Row row) {
    var numbers = row.getArrayOfStrings("invoice_numbers");
    var invoicedOn = row.getArrayOfLocalDates("invoiced_on");
    var paidOn = row.getArrayOfLocalDates("paid_on");
    var invoices =
        IntStream.range(0, numbers.length)
            .mapToObj(
                i ->
                    new Purchase.Invoice(
                        numbers[i],
                        Optional.ofNullable(invoicedOn[i]),
                        Optional.ofNullable(paidOn[i])))
            .toList();
    return new Purchase(
        Optional.ofNullable(row.getBigDecimal("labour_share")),
        Optional.ofNullable(row.getLocalDate("delivered_on")),
        invoices);
  }

  private static List<Governed> governed(Row row) {
    var agreements = row.getArrayOfUUIDs("agreements");
    var versions = row.getArrayOfIntegers("versions");
    var firstDays = row.getArrayOfLocalDates("governed_from");
    var lastDays = row.getArrayOfLocalDates("governed_until");
    return IntStream.range(0, agreements.length)
        .mapToObj(i -> new Governed(agreements[i], versions[i], firstDays[i], lastDays[i]))
        .toList();
  }

  private static Optional<Statement.Source> source(Row row) {
    return reference(row, "owner", "reference")
        .map(
            document ->
                new Statement.Source(
                    document, reference(row, "assignment_owner", "assignment_reference")));
  }

  /** A name, where the tenant reads it. */
  static Optional<Reference> reference(Row row, String owner, String value) {
    return Optional.ofNullable(row.getString(owner))
        .map(name -> new Reference(Reference.Owner.valueOf(name), row.getString(value)));
  }

  private static Statement.Link link(Row row) {
    return new Statement.Link(
        row.getUUID("statement_id"),
        Optional.ofNullable(row.getUUID("replaces")),
        Channel.valueOf(row.getString("channel")),
        row.getOffsetDateTime("received_at"),
        row.getString("received_by"));
  }

  /** Marks by their names. */
  static List<Mark> marks(Row row) {
    return Arrays.stream(row.getArrayOfStrings("marks")).map(Mark::valueOf).toList();
  }
}
