package nl.banenschakel.platform.intake;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.db.Tx;

/** Every kind of file that can be sent to an address. */
public final class Intakes {
  private final Map<String, Intake> byKind = new TreeMap<>();
  private final BiFunction<Tx, Loonheffingennummer, Future<Void>> requireOwn;

  /**
   * Of the slices that take files.
   *
   * @param requireOwn fails for a number that is not the tenant's: somebody's BSN may be in it, and
   *     what is announced is kept
   */
  public Intakes(
      List<Intake> intakes, BiFunction<Tx, Loonheffingennummer, Future<Void>> requireOwn) {
    this.requireOwn = requireOwn;
    for (var intake : intakes) {
      byKind.put(intake.kind(), intake);
    }
  }

  /**
   * The one of a kind that somebody names.
   *
   * @throws Malformed when there is none
   */
  Intake named(String kind) {
    return of(kind)
        .orElseThrow(
            () ->
                new Malformed(
                    "UPLOAD_KIND_UNKNOWN",
                    "Expected one of: " + String.join(", ", byKind.keySet()) + "."));
  }

  /** The one of a kind; none where that kind comes without an address only. */
  Optional<Intake> of(String kind) {
    return Optional.ofNullable(byKind.get(kind));
  }

  /** Fails where a draft names a number that is not the tenant's. */
  Future<Void> admit(Tx tx, UploadDraft draft) {
    return draft
        .number()
        .map(number -> requireOwn.apply(tx, number))
        .orElseGet(Future::succeededFuture);
  }

  /** Empties staging of a delivery of a kind, which nobody receives any more. */
  Future<Void> purge(Tx tx, String kind, UUID upload) {
    return of(kind).map(intake -> intake.purge(tx, upload)).orElseGet(Future::succeededFuture);
  }

  /** What any of them reads. */
  Set<String> mediaTypes() {
    var all = new TreeSet<String>();
    byKind.values().forEach(intake -> all.addAll(intake.mediaTypes()));
    return all;
  }
}
