package nl.banenschakel.statement.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.stream.table.TableCell;
import nl.banenschakel.statement.sent.Channel;
import nl.banenschakel.statement.sent.LineDraft;
import nl.banenschakel.statement.sent.Purchase;
import nl.banenschakel.statement.sent.Reference;
import nl.banenschakel.statement.sent.Sent;
import nl.banenschakel.statement.sent.StatementDraft;

/**
 * One statement of a file: the rows of one document. What is of the statement as a whole may stand
 * in each of its rows or in one of them.
 */
final class FileStatement {
  private static final String FULL = "A statement has %d %s at most: divide it.";

  private final String document;
  private final String at;
  private final Told<String> assignment = new Told<>(StatementColumn.ASSIGNMENT);
  private final Told<LocalDate> firstDay = new Told<>(StatementColumn.FIRST_DAY);
  private final Told<LocalDate> lastDay = new Told<>(StatementColumn.LAST_DAY);
  private final Told<Boolean> corrects = new Told<>(StatementColumn.CORRECTS);
  private final Told<UUID> replaces = new Told<>(StatementColumn.REPLACES);
  private final Told<String> purchaseOrder = new Told<>(StatementColumn.PURCHASE_ORDER);
  private final Told<java.math.BigDecimal> labourShare = new Told<>(StatementColumn.LABOUR_SHARE);
  private final Told<LocalDate> deliveredOn = new Told<>(StatementColumn.DELIVERED_ON);
  private final Map<String, Purchase.Invoice> invoices = new LinkedHashMap<>();
  private final List<LineDraft> lines = new ArrayList<>();

  /** One that begins with this row. */
  FileStatement(String document, FileRow first) {
    this.document = document;
    this.at = first.at();
  }

  /** What was said of it as a whole, and where first. */
  private static final class Told<T> {
    private final StatementColumn column;
    private Optional<T> value = Optional.empty();
    private String at = "";

    Told(StatementColumn column) {
      this.column = column;
    }

    void tell(FileRow row, Optional<T> said) {
      if (value.isEmpty() && said.isPresent()) {
        value = said;
        at = row.at(column);
      } else if (said.filter(it -> !value.equals(Optional.of(it))).isPresent()) {
        row.refuse(
            column,
            "STATEMENT_ROWS_DIFFER",
            "Another value for the same document stands at %s.".formatted(at));
      }
    }
  }

  /** The place of its first row. */
  String at() {
    return at;
  }

  /** Reads what else a row of it says. */
  void add(FileRow row, StatementRow head) {
    assignment.tell(row, head.assignment());
    firstDay.tell(row, head.firstDay());
    lastDay.tell(row, head.lastDay());
    corrects.tell(row, row.read(StatementColumn.CORRECTS, TableCell::yes));
    replaces.tell(row, row.read(StatementColumn.REPLACES, StatementCell::id));
    purchaseOrder.tell(row, row.read(StatementColumn.PURCHASE_ORDER, StatementCell.TEXT));
    labourShare.tell(row, row.read(StatementColumn.LABOUR_SHARE, StatementCell::labourShare));
    deliveredOn.tell(row, row.read(StatementColumn.DELIVERED_ON, StatementCell::day));
    addInvoice(row);
    head.line(row, lines.size()).ifPresent(line -> addLine(row, line));
  }

  /** As it is taken in. */
  Sent sent() {
    return new Sent(
        new StatementDraft(
            ours(document),
            assignment.value.map(FileStatement::ours),
            firstDay.value.orElseThrow(),
            lastDay.value.orElseThrow(),
            corrects.value.orElse(false),
            purchaseOrder.value,
            List.copyOf(lines)),
        replaces.value,
        new Purchase(labourShare.value, deliveredOn.value, List.copyOf(invoices.values())),
        Channel.FILE);
  }

  /**
   * Why it was not taken in, with the places of the file; empty: for a reason that is not its own.
   */
  List<Violation> mistakes(Throwable cause) {
    if (cause instanceof Failure.Conflict conflict) {
      return List.of(new Violation(at, conflict.code(), conflict.detail()));
    }
    if (cause instanceof Failure.Invalid invalid) {
      Function<Violation, Violation> placed =
          it -> new Violation(place(it.at()), it.code(), it.detail());
      return invalid.violations().stream().map(placed).toList();
    }
    return List.of();
  }

  private String place(String pointer) {
    return Stream.of(assignment, replaces)
        .filter(told -> pointer.equals("/" + told.column.column().field()))
        .map(told -> told.at)
        .filter(told -> !told.isEmpty())
        .findFirst()
        .orElse(at);
  }

  private void addInvoice(FileRow row) {
    var number = row.read(StatementColumn.INVOICE, StatementCell.TEXT);
    var invoicedOn = row.read(StatementColumn.INVOICED_ON, StatementCell::day);
    var paidOn = row.read(StatementColumn.PAID_ON, StatementCell::day);
    if (number.isEmpty()) {
      if (row.isEmpty(StatementColumn.INVOICE) && (invoicedOn.isPresent() || paidOn.isPresent())) {
        row.refuse(
            StatementColumn.INVOICE,
            "VALUE_REQUIRED",
            "Of which invoice these days are is needed.");
      }
      return;
    }
    var invoice = new Purchase.Invoice(number.get(), invoicedOn, paidOn);
    var before = invoices.putIfAbsent(number.get(), invoice);
    if (before != null && !before.equals(invoice)) {
      row.refuse(
          StatementColumn.INVOICE,
          "STATEMENT_ROWS_DIFFER",
          "This invoice has other days in an earlier row of the same document.");
    }
    if (before == null && invoices.size() == Purchase.INVOICES_MAX + 1) {
      row.refuse(
          StatementColumn.INVOICE,
          "FILE_TOO_LONG",
          FULL.formatted(Purchase.INVOICES_MAX, "invoices"));
    }
  }

  private void addLine(FileRow row, LineDraft line) {
    lines.add(line);
    if (lines.size() == StatementDraft.LINES_MAX + 1) {
      row.refuse(
          StatementColumn.PERSON,
          "FILE_TOO_LONG",
          FULL.formatted(StatementDraft.LINES_MAX, "lines"));
    }
  }

  private static Reference ours(String value) {
    return new Reference(Reference.Owner.PROVIDER, value);
  }
}
