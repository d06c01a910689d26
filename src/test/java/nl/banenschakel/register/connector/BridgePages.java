package nl.banenschakel.register.connector;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Loonheffingennummer;

/** What a bridge that behaves answers, and which lists it is in the middle of. */
final class BridgePages {
  /** Smaller than asked, so that a list has several pages. */
  static final int PAGE = 1_000;

  private final RegisterBridge register;
  private final Map<String, BridgeList> lists = new ConcurrentHashMap<>();
  private final AtomicInteger forgetting = new AtomicInteger();

  BridgePages(RegisterBridge register) {
    this.register = register;
  }

  void forget(int times) {
    forgetting.set(times);
  }

  Future<JsonObject> page(JsonObject search) {
    var number = Loonheffingennummer.parse(search.getString("loonheffingennummer"));
    var named = search.getString("list");
    if (named == null) {
      return register
          .list(number)
          .map(
              list -> {
                var name = UUID.randomUUID().toString();
                lists.put(name, list);
                return page(number, name, list, 0);
              });
    }
    if (forgetting.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      lists.clear();
    }
    var list = lists.get(named);
    return list == null
        ? Future.failedFuture("LIST_GONE")
        : Future.succeededFuture(
            page(number, named, list, Integer.parseInt(search.getString("after"))));
  }

  private static JsonObject page(
      Loonheffingennummer number, String name, BridgeList list, int from) {
    int until = Math.min(list.people().size(), from + PAGE);
    var page =
        new JsonObject()
            .put("list", name)
            .put("loonheffingennummer", number.text())
            .put("peildatum", list.peildatum().toString())
            .put("persons", list.people().size())
            .put(
                "bsns",
                new JsonArray(
                    list.people().subList(from, until).stream().map(Bsn::digits).toList()));
    list.updatedTo().ifPresent(day -> page.put("updatedTo", day.toString()));
    return until == list.people().size() ? page : page.put("next", String.valueOf(until));
  }

  Future<JsonObject> single(JsonObject search) {
    var number = Loonheffingennummer.parse(search.getString("loonheffingennummer"));
    return register
        .ask(number, Bsn.parse(search.getString("bsn")), RegisterBridge.Purpose.CANDIDATE)
        .map(
            it -> {
              var answer =
                  new JsonObject()
                      .put("answer", it.isIn() ? "in" : "out")
                      .put("peildatum", it.peildatum().toString());
              it.from().ifPresent(day -> answer.put("from", day.toString()));
              it.until().ifPresent(day -> answer.put("until", day.toString()));
              it.updatedTo().ifPresent(day -> answer.put("updatedTo", day.toString()));
              return answer;
            });
  }
}
