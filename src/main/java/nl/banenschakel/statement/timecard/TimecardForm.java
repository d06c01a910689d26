package nl.banenschakel.statement.timecard;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import nl.banenschakel.statement.setu.Timecard;

/** In which form a time card of SETU 2.0 travels. */
enum TimecardForm {
  JSON("application/json"),
  XML("application/xml");

  private final String mediaType;

  TimecardForm(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The one with this media type. */
  static TimecardForm of(String mediaType) {
    return mediaType.equals(XML.mediaType) ? XML : JSON;
  }

  /** The media types, this one's first. */
  List<String> first() {
    return this == JSON
        ? List.of(JSON.mediaType, XML.mediaType)
        : List.of(XML.mediaType, JSON.mediaType);
  }

  String mediaType() {
    return mediaType;
  }

  /** Reads one, or fails with every mistake. */
  Timecard read(Buffer body) {
    return this == JSON ? Timecard.json(body) : Timecard.xml(body);
  }

  Buffer write(Timecard card) {
    return this == JSON ? card.json() : card.xml();
  }
}
