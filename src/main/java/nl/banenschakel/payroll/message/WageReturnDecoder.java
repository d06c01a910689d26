package nl.banenschakel.payroll.message;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.payroll.message.WageReturnBatch.Row;
import nl.banenschakel.payroll.message.WageReturnMessage.Block;
import nl.banenschakel.payroll.message.WageReturnMessage.Kind;
import nl.banenschakel.person.PersonSealer;
import nl.banenschakel.platform.stream.Decoder;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Loonaangifte: UTF-8 or ISO-8859-1, of a year that is supported. It takes the paid hours,
 * the contract hours, the premium wage, the LKV flag, SrtIV and CdAard of each relationship, and
 * its withdrawals; names, addresses, birth dates and other amounts do not leave the parser. A
 * mistake has its element path; what is no well-formed XML its line and column.
 */
public final class WageReturnDecoder implements Decoder<WageReturnBatch>, ElementWalk.Visitor {
  private static final int ID_BER_MAX = 32;
  private static final int TOTAL_DIGITS = 10;
  private static final String ID_BER_AT = "Bericht/IdBer";

  private final PersonSealer people;
  private final Optional<Loonheffingennummer> expected;
  private final Mistakes mistakes = new Mistakes();
  private final ElementWalk walk = new ElementWalk(this, mistakes);
  private final RelationshipReading relationship = new RelationshipReading();
  private final List<Block> blocks = new ArrayList<>();

  private @Nullable Loonheffingennummer number;
  private @Nullable LocalDateTime sentAt;
  private @Nullable String idBer;
  private BlockReading block = new BlockReading(0);
  private List<Row> rows = new ArrayList<>();
  private List<WageReturnBatch> full = new ArrayList<>();

  /**
   * @param people seals the BSNs of this file
   * @param expected the only number it may be of, where the sender said so
   */
  public WageReturnDecoder(PersonSealer people, Optional<Loonheffingennummer> expected) {
    this.people = people;
    this.expected = expected;
  }

  @Override
  public List<WageReturnBatch> feed(byte[] piece) {
    walk.feed(piece);
    return drain();
  }

  @Override
  public List<WageReturnBatch> end() {
    walk.end();
    if (!rows.isEmpty()) {
      finishBatch();
    }
    return drain();
  }

  @Override
  public Mistakes mistakes() {
    return mistakes;
  }

  /**
   * What the file said beside its relationships, when it was read without a mistake.
   *
   * @throws IllegalStateException before that
   */
  public WageReturnMessage message() {
    if (mistakes.total() > 0 || number == null || sentAt == null || idBer == null) {
      throw new IllegalStateException("The wage return was not read without a mistake");
    }
    return new WageReturnMessage(number, sentAt, idBer, List.copyOf(blocks));
  }

  @Override
  public void opened(Element element) {
    switch (element) {
      case TIJDVAK_AANGIFTE -> beginBlock();
      case TIJDVAK_CORRECTIE -> {
        beginBlock();
        holdsRelationships(Kind.CORRECTION);
      }
      case VOLLEDIGE_AANGIFTE -> holdsRelationships(Kind.FULL);
      case AANVULLENDE_AANGIFTE -> holdsRelationships(Kind.SUPPLEMENT);
      case INITIEEL, INTREKKING -> relationship.begin();
      case INKOMSTENPERIODE -> relationship.beginPeriod();
      default -> {}
    }
  }

  @Override
  public void read(Element leaf, ElementText text) {
    switch (leaf) {
      case ID_BER -> {
        idBer = text.text(ID_BER_MAX);
        requireNoBsnInId();
      }
      case DAT_TD_AANM -> sentAt = text.moment();
      case LH_NR -> isOf(Loonheffingennummer.parse(text.text()));
      case DAT_AANV_TV -> {
        block.startsOn(text.date());
        requirePair();
      }
      case DAT_EIND_TV -> {
        block.endsOn(text.date());
        requirePair();
      }
      case TOT_PRLN_AOF_ANW_LG, TOT_PRLN_AOF_ANW_HG -> block.totals(text.hundredths(TOTAL_DIGITS));
      default -> relationship.read(leaf, text);
    }
  }

  @Override
  public void closed(Element element) {
    switch (element) {
      case INKOMSTENPERIODE -> relationship.endPeriod(block.lastDay());
      case INITIEEL, INTREKKING -> endRelationship(element);
      case TIJDVAK_AANGIFTE, TIJDVAK_CORRECTIE -> endBlock();
      case ADMINISTRATIEVE_EENHEID -> requireBlock();
      default -> {}
    }
  }

  private void isOf(Loonheffingennummer given) {
    number = given;
    requireNoBsnInId();
    if (expected.isPresent() && !expected.get().equals(given)) {
      walk.mistake(
          "RETURN_OF_OTHER_NUMBER",
          "This wage return is of another loonheffingennummer than the one asked for.");
    }
  }

  /** The id is kept as it is: only of a sole trader's own number the digits may be a BSN. */
  private void requireNoBsnInId() {
    if (idBer != null
        && number != null
        && Bsn.occursIn(idBer.replace(number.fiscalNumber(), "L"))) {
      mistakes.add(
          ID_BER_AT, "TEXT_HOLDS_BSN", "This id holds a BSN: give the message another one.");
    }
  }

  private void beginBlock() {
    block = new BlockReading(block.position() + 1);
  }

  private void holdsRelationships(Kind kind) {
    if (!block.is(kind, walk.place())) {
      walk.mistake(
          "ELEMENT_UNEXPECTED",
          "A TijdvakAangifte holds one VolledigeAangifte or AanvullendeAangifte.");
    }
  }

  private void requirePair() {
    if (!block.hasDays()) {
      return;
    }
    if (block.tijdvak().isEmpty()) {
      walk.mistake(
          "TIJDVAK_PAIR",
          "DatAanvTv and DatEindTv must be the first and last day of one month or of one period of"
              + " four weeks.");
    } else if (block.tijdvak(walk.year()).isEmpty()) {
      walk.mistake(
          "TIJDVAK_OF_OTHER_YEAR",
          "This message has the form of %d and speaks of tijdvakken of that year only."
              .formatted(walk.year()));
    }
  }

  private void endRelationship(Element element) {
    // After a mistake nothing is stored: it is read on for the other mistakes only.
    if (mistakes.total() > 0) {
      return;
    }
    var row =
        element == Element.INTREKKING
            ? relationship.withdrawal(block.position(), walk.position(), people)
            : relationship.relationship(block.position(), walk.position(), people);
    block.holds(row);
    rows.add(row);
    if (rows.size() == WageReturnBatch.ROWS_MAX) {
      finishBatch();
    }
  }

  private void endBlock() {
    if (!block.hasKind()) {
      walk.missing(
          Element.VOLLEDIGE_AANGIFTE, "Expected a VolledigeAangifte or an AanvullendeAangifte.");
    }
    block.block(walk.year()).ifPresent(blocks::add);
  }

  private void requireBlock() {
    if (block.position() == 0) {
      walk.missing(
          Element.TIJDVAK_AANGIFTE, "Expected a TijdvakAangifte, or corrections of earlier ones.");
    }
  }

  private void finishBatch() {
    full.add(new WageReturnBatch(rows, people.drain()));
    rows = new ArrayList<>(WageReturnBatch.ROWS_MAX);
  }

  private List<WageReturnBatch> drain() {
    var drained = full;
    full = new ArrayList<>();
    return drained;
  }
}
