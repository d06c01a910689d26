package nl.banenschakel.payroll.message;

import io.vertx.core.buffer.Buffer;
import java.time.LocalDate;
import java.util.Objects;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.payroll.message.WageReturnBatch.Row;
import nl.banenschakel.payroll.message.WageReturnBatch.Values;
import nl.banenschakel.person.PersonSealer;
import org.jspecify.annotations.Nullable;

/**
 * The relationship or withdrawal that is being read; used again for the next. Its BSN leaves it
 * sealed only.
 */
final class RelationshipReading {
  private static final int PERSONNEL_NUMBER_MAX = 35;
  private static final int NUM_IV_DIGITS = 4;
  private static final int CODE_DIGITS = 2;
  private static final int HOURS_DIGITS = 5;
  private static final int WEEK_HOURS_DIGITS = 3;
  private static final int AMOUNT_DIGITS = 10;

  private @Nullable Bsn bsn;
  private @Nullable String personnelNumber;
  private int numIv;
  private int verloondeUren;
  private @Nullable Integer contractHoursHundredths;
  private long premiumWageCents;

  // The Inkomstenperiode that is being read.
  private LocalDate start = LocalDate.MIN;
  private int srtIv;
  private @Nullable Integer cdAard;
  private boolean lkvRequested;

  // The one that holds at the end of the tijdvak, of those read so far.
  private @Nullable LocalDate heldStart;
  private int heldSrtIv;
  private @Nullable Integer heldCdAard;
  private boolean heldLkvRequested;

  /** Begins a relationship or withdrawal. */
  void begin() {
    bsn = null;
    personnelNumber = null;
    contractHoursHundredths = null;
    premiumWageCents = 0;
    heldStart = null;
  }

  /** Begins an Inkomstenperiode. */
  void beginPeriod() {
    cdAard = null;
    lkvRequested = false;
  }

  /** Takes one value; what is malformed is thrown as it is found. */
  void read(Element leaf, ElementText text) {
    switch (leaf) {
      case SOFI_NR -> bsn = Bsn.parse(text.text());
      case PERS_NR -> personnelNumber = text.text(PERSONNEL_NUMBER_MAX);
      case NUM_IV -> numIv = text.code(NUM_IV_DIGITS);
      case DAT_AANV -> start = text.date();
      case SRT_IV -> srtIv = text.code(CODE_DIGITS);
      case CD_AARD -> cdAard = text.code(CODE_DIGITS);
      case LKV_REQUEST -> lkvRequested = text.yes();
      case PRLN_AOF_ANW_LG, PRLN_AOF_ANW_HG -> premiumWageCents += text.hundredths(AMOUNT_DIGITS);
      case AANT_VERL_U -> verloondeUren = text.integer(HOURS_DIGITS);
      case AANT_CTRCTUREN_P_WK ->
          contractHoursHundredths = (int) text.hundredths(WEEK_HOURS_DIGITS);
      default -> throw new IllegalArgumentException(leaf.xmlName());
    }
  }

  /**
   * Ends an Inkomstenperiode. Of several the last one that starts on or before the end of the
   * tijdvak holds; the first one where none does.
   */
  void endPeriod(LocalDate tijdvakEnd) {
    boolean holds =
        heldStart == null
            || (!start.isAfter(tijdvakEnd)
                && (heldStart.isAfter(tijdvakEnd) || !start.isBefore(heldStart)));
    if (holds) {
      heldStart = start;
      heldSrtIv = srtIv;
      heldCdAard = cdAard;
      heldLkvRequested = lkvRequested;
    }
  }

  /** The relationship that was read, its BSN sealed. */
  Row relationship(int block, int position, PersonSealer people) {
    var values =
        new Values(
            verloondeUren,
            contractHoursHundredths,
            premiumWageCents,
            heldLkvRequested,
            heldCdAard,
            heldSrtIv);
    return row(block, position, people, values);
  }

  /** The withdrawal that was read, its BSN sealed. */
  Row withdrawal(int block, int position, PersonSealer people) {
    return row(block, position, people, null);
  }

  private Row row(int block, int position, PersonSealer people, @Nullable Values values) {
    Buffer blindIndex = bsn == null ? null : people.blindIndex(bsn);
    Buffer pseudonym =
        bsn == null
            ? people.pseudonym("PersNr " + Objects.requireNonNullElse(personnelNumber, ""))
            : null;
    return new Row(block, position, blindIndex, pseudonym, storedPersonnelNumber(), numIv, values);
  }

  /**
   * Some payrolls number their staff by BSN, or a colleague's slipped in: neither is kept as a
   * text. A number of nine digits that only looks like one is lost too; the report then names the
   * person by the contract. Where the message has no BSN to compare with, eight digits are not kept
   * either.
   */
  private @Nullable String storedPersonnelNumber() {
    if (personnelNumber == null) {
      return null;
    }
    boolean secret =
        bsn == null
            ? Bsn.possibleIn(personnelNumber).isPresent()
            : bsn.isHeldBy(personnelNumber) || Bsn.occursIn(personnelNumber);
    return secret ? null : personnelNumber;
  }
}
