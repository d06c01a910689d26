package nl.banenschakel.platform.intake;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.json.Fields;
import nl.banenschakel.platform.stream.table.TableRow;

/** How a slice takes one kind of file to an address that was given out before its bytes. */
public interface Intake {

  /** Takes the file that comes to one such address. */
  @FunctionalInterface
  interface Taking {
    /** As {@link Uploads#take} does; the media type is one of {@link Intake#mediaTypes}. */
    Future<Upload> take(Incoming file, String mediaType);
  }

  /** The sort of file: that of its {@link Target}. */
  String kind();

  /** Who may deliver it: whoever has one of these. */
  Set<Role> roles();

  /** What of people its rows tell. */
  Reads reads();

  /** Bare and in lower case. */
  Set<String> mediaTypes();

  /**
   * Reads what is said beside the file: names its members here, and gives their values only once
   * the caller has built the whole body.
   */
  Supplier<Taking> read(Fields in);

  /**
   * The heads that a table of this kind lacks, by its first row, so that it can be given back as
   * one that has them; none where that row names the columns.
   */
  default List<String> heads(TableRow first) {
    return List.of();
  }

  /** Empties staging of a delivery that nobody receives any more. */
  Future<Void> purge(Tx tx, UUID upload);
}
