package nl.banenschakel.statement.table;

import static nl.banenschakel.platform.stream.table.TableColumn.optional;
import static nl.banenschakel.platform.stream.table.TableColumn.required;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.banenschakel.platform.intake.column.ColumnField;
import nl.banenschakel.platform.stream.table.TableCell;
import nl.banenschakel.platform.stream.table.TableColumn;
import nl.banenschakel.statement.hourtype.HourTypes;

/** A column of a file with statements, under the names that lenders and suppliers give it. */
final class StatementColumn {
  static final StatementColumn DOCUMENT =
      new StatementColumn(
          optional(
              "document",
              "Document",
              "Documentnummer, Documentnr, Urenstaat, Urenstaatnummer, Urenstaatnr, Urenbriefje, "
                  + "Urenbriefnummer, Urenbonnummer, Urenbon, Opgave, Opgavenummer, Opgavenr, "
                  + "Timesheet, Timesheet number, Timesheet ID, Timecard, Timecard ID, "
                  + "Document number, Document ID, Statement, Statement number, Statement ID"),
          text(TableCell.optional(StatementCell.TEXT).andThen(StatementColumn::orNothing)));
  static final StatementColumn ASSIGNMENT =
      new StatementColumn(
          required(
              "assignment",
              "Opdracht",
              "Opdrachtnummer, Opdrachtnr, Opdracht-ID, Plaatsing, Plaatsingsnummer, Plaatsingsnr, "
                  + "Plaatsing-ID, Inzet, Inzetnummer, Detachering, Detacheringsnummer, "
                  + "Uitzending, Uitzendingsnummer, Dienst, Dienstnummer, Assignment, "
                  + "Assignment number, Assignment ID, Placement, Placement number, Placement ID"),
          text(TableCell.required(StatementCell.TEXT)));
  static final StatementColumn FIRST_DAY =
      new StatementColumn(
          required(
              "firstDay",
              "Periode van",
              "Periode vanaf, Periode begin, Begin periode, Begindatum periode, Startdatum periode, "
                  + "Eerste dag, Begindatum, Startdatum, Van, Vanaf, Datum van, Datum vanaf, "
                  + "Period from, Period start, Period begin, Start of period, First day, "
                  + "Start date, From, From date"),
          TableCell.required(cell -> StatementCell.day(cell).toString()));
  static final StatementColumn LAST_DAY =
      new StatementColumn(
          required(
              "lastDay",
              "Periode tot en met",
              "Periode t/m, Periode tot, Periode einde, Periode eind, Einde periode, Eind periode, "
                  + "Einddatum periode, Laatste dag, Einddatum, Tot en met, T/m, Tot, Datum tot, "
                  + "Datum t/m, Datum tot en met, Period to, Period until, Period end, "
                  + "End of period, Last day, End date, To, To date, Until, Through"),
          TableCell.required(cell -> StatementCell.day(cell).toString()));
  static final StatementColumn CORRECTS =
      new StatementColumn(
          optional(
              "corrects",
              "Correctie",
              "Is correctie, Gecorrigeerd, Verbetering, Correctie (ja/nee), Correction, "
                  + "Is correction, Corrected, Corrects"),
          TableCell.optional(TableCell::yes).andThen(StatementColumn::orNothing));
  static final StatementColumn REPLACES =
      new StatementColumn(
          optional("replaces", "Vervangt", "Vervangt opgave, Vervangen opgave, Replaces"),
          text(TableCell.optional(StatementCell::id).andThen(StatementColumn::orNothing)));
  static final StatementColumn PURCHASE_ORDER =
      new StatementColumn(
          optional(
              "purchaseOrder",
              "Inkooporder",
              "Inkoopordernummer, Inkooporder-nr, Order, Ordernummer, Ordernr, Bestelnummer, "
                  + "Bestelling, Bestelopdracht, PO, PO-nummer, PO nr, Purchase order, "
                  + "Purchase order number, PO number, Order number, Order no"),
          text(TableCell.optional(StatementCell.TEXT).andThen(StatementColumn::orNothing)));
  static final StatementColumn LABOUR_SHARE =
      new StatementColumn(
          optional(
              "labourShare",
              "Arbeidsaandeel",
              "Aandeel arbeid, Loonaandeel, Aandeel loon, Arbeidsaandeel in procenten, "
                  + "Percentage arbeid, Arbeid %, Labour share, Labor share, Labour percentage"),
          TableCell.optional(StatementCell::labourShare).andThen(StatementColumn::orNothing));
  static final StatementColumn DELIVERED_ON =
      new StatementColumn(
          optional(
              "deliveredOn",
              "Geleverd op",
              "Leverdatum, Datum levering, Opleverdatum, Opgeleverd op, Leveringsdatum, "
                  + "Delivered on, Delivery date, Date delivered"),
          TableCell.optional(StatementCell::day).andThen(StatementColumn::orNothing));
  static final StatementColumn INVOICE =
      new StatementColumn(
          optional(
              "invoice",
              "Factuurnummer",
              "Factuur, Factuurnr, Factuur-ID, Invoice, Invoice number, Invoice no, Invoice ID"),
          text(TableCell.optional(StatementCell.TEXT).andThen(StatementColumn::orNothing)));
  static final StatementColumn INVOICED_ON =
      new StatementColumn(
          optional(
              "invoicedOn",
              "Factuurdatum",
              "Gefactureerd op, Datum factuur, Invoice date, Invoiced on, Date invoiced"),
          TableCell.optional(StatementCell::day).andThen(StatementColumn::orNothing));
  static final StatementColumn PAID_ON =
      new StatementColumn(
          optional(
              "paidOn",
              "Betaald op",
              "Betaaldatum, Betaaldatum factuur, Datum betaling, Datum betaald, Paid on, "
                  + "Payment date, Date paid"),
          TableCell.optional(StatementCell::day).andThen(StatementColumn::orNothing));
  static final StatementColumn PERSON =
      new StatementColumn(
          optional(
              "person",
              "Persoon",
              "Persoonsreferentie, Persoonskenmerk, Referentie persoon, Kenmerk persoon, "
                  + "Personeelsnummer, Personeelsnr, Pers.nr, Medewerkernummer, Medewerkernr, "
                  + "Medewerker-ID, Werknemernummer, Werknemernr, Werknemer-ID, Flexwerkernummer, "
                  + "Uitzendkrachtnummer, Kandidaatnummer, Registratienummer, Person, "
                  + "Person reference, Person ID, Personnel number, Employee number, Employee no, "
                  + "Employee ID, Worker ID, Worker number, Staff number"),
          text(TableCell.optional(StatementCell.TEXT).andThen(StatementColumn::orNothing)));
  static final StatementColumn HOUR_TYPE =
      new StatementColumn(
          optional(
              "hourType",
              "Urensoort",
              "Uursoort, Soort uren, Soort uur, Urentype, Looncomponent, Hour type, Type of hours, "
                  + "Hours type"),
          text(TableCell.optional(HourTypes.sent()).andThen(StatementColumn::orNothing)));
  static final StatementColumn DAY =
      new StatementColumn(
          optional(
              "day",
              "Datum",
              "Dag, Werkdag, Werkdatum, Datum gewerkt, Gewerkt op, Date, Day, Work date, Date worked"),
          TableCell.optional(StatementCell::day).andThen(StatementColumn::orNothing));
  static final StatementColumn HOURS =
      new StatementColumn(
          optional(
              "workedHours",
              "Gewerkte uren",
              "Uren, Aantal uren, Uren gewerkt, Aantal gewerkte uren, Totaal uren, Uren totaal, "
                  + "Worked hours, Hours worked, Hours, Number of hours, Total hours"),
          TableCell.optional(StatementCell::hours)
              .andThen(hours -> hours.map(it -> it.total().toPlainString()).orElse("")));

  static final List<StatementColumn> ALL =
      List.of(
          DOCUMENT,
          ASSIGNMENT,
          FIRST_DAY,
          LAST_DAY,
          CORRECTS,
          REPLACES,
          PURCHASE_ORDER,
          LABOUR_SHARE,
          DELIVERED_ON,
          INVOICE,
          INVOICED_ON,
          PAID_ON,
          PERSON,
          HOUR_TYPE,
          DAY,
          HOURS);

  private final TableColumn column;
  private final Function<String, String> meaning;

  private StatementColumn(TableColumn column, Function<String, String> meaning) {
    this.column = column;
    this.meaning = meaning;
  }

  TableColumn column() {
    return column;
  }

  /** As a look at a file shows it. */
  ColumnField<StatementColumns> field() {
    return new ColumnField<>(column.field(), at -> at.position(this), meaning);
  }

  /** As {@link ColumnField#text}: what may be a BSN is not shown. */
  private static Function<String, String> text(Function<String, String> meaning) {
    return ColumnField.<StatementColumns>text("", at -> 0, meaning).meaning();
  }

  private static String orNothing(Optional<?> read) {
    return read.map(Object::toString).orElse("");
  }
}
