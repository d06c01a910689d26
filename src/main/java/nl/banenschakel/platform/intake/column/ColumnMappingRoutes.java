package nl.banenschakel.platform.intake.column;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Parameters;
import nl.banenschakel.platform.http.Reply;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.stream.table.TableForm;
import nl.banenschakel.platform.stream.xlsx.WorkbookFeed;

/** Mappings of the columns of one kind of file, and looks at such files, over HTTP. */
final class ColumnMappingRoutes<C> {
  private final ColumnMappingService mappings;
  private final ColumnKind<C> kind;
  private final ColumnOperations operations;

  ColumnMappingRoutes(
      ColumnMappingService mappings, ColumnKind<C> kind, ColumnOperations operations) {
    this.mappings = mappings;
    this.kind = kind;
    this.operations = operations;
  }

  void mount(Endpoints http) {
    var named = operations.mapping();
    var path = operations.mappings();
    var roles = operations.roles();
    http.get("list" + named + "s", path, roles, Reads.NO_PERSONS, this::list);
    http.get("get" + named, path + "/:source", roles, Reads.NO_PERSONS, this::get);
    http.put("put" + named, path + "/:source", roles, Reads.NO_PERSONS, this::put);
    if (hasReadyMade()) {
      http.get(
          "listReadyMade" + named + "s", readyMadePath(), roles, Reads.NO_PERSONS, this::readyMade);
    }
    http.upload(
        operations.preview(),
        operations.deliveries() + "/_preview",
        roles,
        operations.reads(),
        operations.mediaTypes(),
        this::preview);
  }

  private Future<Reply> list(Call call) {
    return mappings
        .list(call.caller(), kind.name())
        .map(found -> Reply.ok(items(found, ColumnMappingJson::of)));
  }

  private Future<Reply> readyMade(Call call) {
    return Future.succeededFuture(Reply.ok(items(kind.readyMade(), ColumnMappingJson::of)));
  }

  private Future<Reply> get(Call call) {
    return mappings.find(call.caller(), kind.name(), source(call)).map(ColumnMappingRoutes::reply);
  }

  private Future<Reply> put(Call call) {
    var source = source(call);
    var parameters = call.parameters();
    var tags = parameters.build(parameters.ifMatchWhereThere());
    return call.json(in -> ColumnMappingDraft.parse(in, kind.fieldNames()))
        .compose(draft -> mappings.save(call.caller(), kind.name(), source, tags, draft))
        .map(saved -> saved.version() == 1 ? reply(saved).withStatus(201) : reply(saved));
  }

  private Future<Reply> preview(Call call) {
    var parameters = call.parameters();
    var named = parameters.query("source", operations.source()).optional();
    var sheet = parameters.query("sheet", TableFile::parseSheet).optional();
    var ready = readyMade(parameters);
    var source = parameters.build(() -> named.get().orElse(operations.defaultSource()));
    var table = new TableFile(TableForm.of(call.contentType()), sheet.get());
    var body = call.body(WorkbookFeed.BYTES_MAX);
    return mappings
        .reading(call.caller(), kind.name(), source, ready.get())
        .compose(read -> mappings.look(kind, table, read, body))
        .map(seen -> Reply.ok(ColumnMappingJson.of(seen)));
  }

  private String source(Call call) {
    return call.pathText("source", operations.source());
  }

  private boolean hasReadyMade() {
    return !kind.readyMade().isEmpty();
  }

  private String readyMadePath() {
    return operations.mappings().replace("/v1/", "/v1/ready-made-");
  }

  /** Nobody can ask for one where there are none. */
  private Supplier<Optional<ReadyMadeMapping>> readyMade(Parameters parameters) {
    return hasReadyMade()
        ? parameters.query("mapping", this::readyMade).optional()
        : Optional::empty;
  }

  private ReadyMadeMapping readyMade(String name) {
    return kind.readyMade(name)
        .orElseThrow(
            () ->
                new Malformed(
                    "MAPPING_UNKNOWN", "Expected a name of GET " + readyMadePath() + "."));
  }

  private static Reply reply(SavedMapping saved) {
    return Reply.ok(ColumnMappingJson.of(saved)).with("ETag", saved.tag());
  }

  private static <T> JsonObject items(Iterable<T> found, Function<T, JsonObject> json) {
    var items = new JsonArray();
    found.forEach(it -> items.add(json.apply(it)));
    return new JsonObject().put("items", items);
  }
}
