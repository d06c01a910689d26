package nl.banenschakel.statement.setu;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.stream.Decoder.Mistakes;
import nl.banenschakel.statement.hourtype.HourTypes;
import nl.banenschakel.statement.setu.form.FormCheck;
import nl.banenschakel.statement.setu.form.Members;
import nl.banenschakel.statement.setu.form.MembersJson;
import nl.banenschakel.statement.setu.form.Place;
import nl.banenschakel.statement.setu.form.XmlReading;
import nl.banenschakel.statement.setu.form.XmlWriting;

/**
 * A message Timecard of SETU 2.0 that keeps to the standard. It is kept and given back as it was
 * sent, but for two things: a tax number of an organisation that may be a BSN, as that of a sole
 * trader is, and the words of a wage dispensation.
 */
public final class Timecard {
  private final Members message;
  private final Place place;

  private Timecard(Members message, Place place) {
    this.message = message;
    this.place = place;
  }

  /**
   * Reads one from JSON.
   *
   * @throws Failure.Invalid with every mistake and its JSON pointer
   */
  public static Timecard json(Buffer body) {
    return checked(MembersJson.read(body), Place.POINTER, new Mistakes());
  }

  /**
   * Reads one from XML.
   *
   * @throws Failure.Invalid with every mistake and its element path, or line and column
   */
  public static Timecard xml(Buffer body) {
    var mistakes = new Mistakes();
    var reading = new XmlReading(Setu2Form.ROOT, Setu2Form.NAMESPACE, mistakes);
    reading.feed(body.getBytes());
    var message = reading.end();
    if (message.isEmpty()) {
      throw new Failure.Invalid(mistakes.kept(), mistakes.total());
    }
    return checked(message.get(), Place.PATH, mistakes);
  }

  /** One that was kept. */
  public static Timecard kept(Buffer json) {
    return new Timecard(MembersJson.read(json), Place.POINTER);
  }

  /**
   * What is there once this one is put over an earlier one: what it leaves out stays as it was. A
   * list that it gives stands in the place of the earlier one, since of a line that is sent again
   * nothing may be left that is not in it.
   */
  public Timecard over(Timecard earlier) {
    return new Timecard(over(message, earlier.message), place);
  }

  /** Whether another one says the same, in whichever form it came. */
  public boolean saysAs(Timecard other) {
    return xml().equals(other.xml());
  }

  /**
   * What it states.
   *
   * @param corrects whether it stands in the place of an earlier one
   * @throws Failure.Invalid with every mistake
   */
  public Stated stated(boolean corrects) {
    return new TimecardReading(message, place).stated(corrects);
  }

  /** In JSON. */
  public Buffer json() {
    return MembersJson.write(message);
  }

  /** In XML. */
  public Buffer xml() {
    return new XmlWriting(Setu2Form.ROOT, Setu2Form.NAMESPACE).write(message);
  }

  private static Timecard checked(Members message, Place place, Mistakes mistakes) {
    new FormCheck(Setu2Form.ROOT, place, mistakes).check(message);
    if (mistakes.total() > 0) {
      throw new Failure.Invalid(mistakes.kept(), mistakes.total());
    }
    dropWhatMayNotBeKept(message);
    return new Timecard(message, place);
  }

  private static void dropWhatMayNotBeKept(Members message) {
    for (var party : List.of("supplier", "customer")) {
      message.members(party).ifPresent(Timecard::dropTaxNumbers);
    }
    for (var interval : message.list("timeInterval")) {
      var code = interval.in("typeCode");
      code.put("value", HourTypes.sent().apply(code.required("value")));
    }
  }

  private static void dropTaxNumbers(Members party) {
    for (var name : List.of("legalId", "taxId")) {
      if (party.members(name).filter(Timecard::mayBeBsn).isPresent()) {
        party.remove(name);
      }
    }
    party.members("establishment").ifPresent(Timecard::dropTaxNumbers);
  }

  private static boolean mayBeBsn(Members id) {
    return Bsn.occursIn(id.required("value"));
  }

  private static Members over(Members sent, Members earlier) {
    var both = new Members();
    earlier.names().forEach(name -> both.put(name, earlier.value(name)));
    for (var name : sent.names()) {
      var value = sent.value(name);
      both.put(
          name,
          value instanceof Members members && earlier.value(name) instanceof Members before
              ? over(members, before)
              : value);
    }
    return both;
  }
}
