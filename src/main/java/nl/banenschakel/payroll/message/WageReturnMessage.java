package nl.banenschakel.payroll.message;

import java.time.LocalDateTime;
import java.util.List;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Tijdvak;

/**
 * What a wage return says beside its relationships.
 *
 * @param number of the administrative unit
 * @param sentAt DatTdAanm, in Dutch wall-clock time: orders the versions
 * @param idBer the sender's id of the message: orders versions of the same moment
 * @param blocks the tijdvakken it speaks of, at least one; a correction may follow another of the
 *     same tijdvak
 */
public record WageReturnMessage(
    Loonheffingennummer number, LocalDateTime sentAt, String idBer, List<Block> blocks) {

  /** What a block does to what was returned before for its tijdvak. */
  public enum Kind {
    /** VolledigeAangifte: replaces it all. */
    FULL,
    /** AanvullendeAangifte: restates only the relationships it holds. */
    SUPPLEMENT,
    /** TijdvakCorrectie: the same, of an earlier tijdvak. */
    CORRECTION
  }

  /**
   * One tijdvak.
   *
   * @param position within the message, from 1
   * @param path the element that holds the relationships
   * @param premiumWageTotalCents TotPrlnAofAnwLg and TotPrlnAofAnwHg together, as the message
   *     itself states them; 0 also where it does not
   * @param content what it says in all
   */
  public record Block(
      int position,
      Tijdvak tijdvak,
      Kind kind,
      String path,
      long premiumWageTotalCents,
      Content content) {

    /** The element path of a relationship or withdrawal. */
    public String pathOf(boolean withdrawn, int relationship) {
      var element = withdrawn ? Element.INTREKKING : Element.INITIEEL;
      return "%s/%s[%d]".formatted(path, element.xmlName(), relationship);
    }
  }

  /**
   * How much there is in a block.
   *
   * @param relationships without the withdrawals
   * @param anonymous those of them without a BSN
   * @param verloondeUren of all relationships together, in whole hours
   */
  public record Content(long relationships, long withdrawals, long anonymous, long verloondeUren) {}

  /** The block of that position. */
  public Block block(int position) {
    return blocks.stream().filter(block -> block.position() == position).findFirst().orElseThrow();
  }
}
