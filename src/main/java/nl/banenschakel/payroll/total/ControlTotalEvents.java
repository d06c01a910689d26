package nl.banenschakel.payroll.total;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.outbox.Outbox;

/** Tells others when a total begins to differ from the returns, and when it no longer does. */
final class ControlTotalEvents {
  private static final String DIFFERS = "nl.banenafspraak.control-total-differs.v1";
  private static final String AGREES = "nl.banenafspraak.control-total-agrees.v1";

  /** It differed, and holds no longer: it was withdrawn, or a later message took its place. */
  private static final String ENDED = "nl.banenafspraak.control-total-ended.v1";

  private final Outbox outbox;

  ControlTotalEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Of the same tijdvakken, before and after. */
  Future<Void> tell(Tx tx, List<ControlTotal> before, List<ControlTotal> after) {
    var earlier = byId(before);
    var later = byId(after);
    var told = new ArrayList<Future<Void>>();
    for (var total : after) {
      what(total, Optional.ofNullable(earlier.get(total.id())))
          .ifPresent(type -> told.add(add(tx, type, total)));
    }
    before.stream()
        .filter(total -> total.differs() && !later.containsKey(total.id()))
        .forEach(total -> told.add(add(tx, ENDED, total)));
    return Future.all(told).mapEmpty();
  }

  private static Optional<String> what(ControlTotal total, Optional<ControlTotal> before) {
    if (total.differs()) {
      return before.stream().anyMatch(total::tellsTheSameAs)
          ? Optional.empty()
          : Optional.of(DIFFERS);
    }
    return before.filter(ControlTotal::differs).map(differed -> AGREES);
  }

  private Future<Void> add(Tx tx, String type, ControlTotal total) {
    var data = new HashMap<String, String>();
    data.put("tijdvak", total.tijdvak().code());
    data.put("source", total.source());
    data.put("verloondeUren", Long.toString(total.stated().hours().hours()));
    total.stated().relationships().ifPresent(it -> data.put("relationships", it.toString()));
    total
        .returned()
        .ifPresent(
            it -> {
              data.put("returnedVerloondeUren", Long.toString(it.hours().hours()));
              data.put("returnedRelationships", Long.toString(it.relationships()));
            });
    return outbox.add(tx, type, "/v1/control-totals/" + total.id(), data);
  }

  private static Map<UUID, ControlTotal> byId(List<ControlTotal> totals) {
    return totals.stream().collect(Collectors.toMap(ControlTotal::id, Function.identity()));
  }
}
