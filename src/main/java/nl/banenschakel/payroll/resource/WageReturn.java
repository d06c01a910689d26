package nl.banenschakel.payroll.resource;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.kernel.VerloondeUren;
import nl.banenschakel.payroll.message.WageReturnMessage.Kind;

/**
 * One message Loonaangifte that took its place.
 *
 * @param id its address; grows with the order of arrival
 * @param number the payroll it is of
 * @param sentAt DatTdAanm, as a Dutch wall clock shows it: orders the versions of a relationship
 * @param idBer the sender's id of the message
 * @param upload the delivery that it came with
 * @param receivedAt since when it is known here
 * @param blocks the tijdvakken it speaks of, in its own order
 */
record WageReturn(
    UUID id,
    Loonheffingennummer number,
    LocalDateTime sentAt,
    String idBer,
    UUID upload,
    OffsetDateTime receivedAt,
    List<Block> blocks) {

  /**
   * What it says of one tijdvak; a later message does not change that.
   *
   * @param kind what it does to what was returned before
   * @param relationships income relationships that it states
   * @param withdrawals income relationships that it takes back
   * @param hours of the relationships that it states
   */
  record Block(
      Tijdvak tijdvak, Kind kind, int relationships, int withdrawals, VerloondeUren hours) {}

  /** In the order of the calendar, each once. */
  List<Tijdvak> tijdvakken() {
    return blocks.stream().map(Block::tijdvak).distinct().sorted().toList();
  }
}
