package nl.banenschakel.employment.column;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.banenschakel.employment.ContractDelivery;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Reply;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.stream.table.TableForm;
import nl.banenschakel.platform.stream.xlsx.WorkbookFeed;

/** Mappings of columns, and looks at files, over HTTP. */
final class ColumnMappingRoutes {
  private static final Set<Role> HR = Set.of(Role.HR);
  private static final String PATH = "/v1/column-mappings";

  private final ColumnMappingService mappings;

  ColumnMappingRoutes(ColumnMappingService mappings) {
    this.mappings = mappings;
  }

  void mount(Endpoints http) {
    http.get("listColumnMappings", PATH, HR, Reads.NO_PERSONS, this::list);
    http.get(
        "listReadyMadeColumnMappings",
        "/v1/ready-made-column-mappings",
        HR,
        Reads.NO_PERSONS,
        this::readyMade);
    http.get("getColumnMapping", PATH + "/:source", HR, Reads.NO_PERSONS, this::get);
    http.put("putColumnMapping", PATH + "/:source", HR, Reads.NO_PERSONS, this::put);
    http.upload(
        "previewContractFile",
        "/v1/contract-files/_preview",
        HR,
        Reads.PAYROLL,
        TableForm.mediaTypes(),
        this::preview);
  }

  private Future<Reply> list(Call call) {
    return mappings.list(call.caller()).map(found -> Reply.ok(items(found, ColumnMappingJson::of)));
  }

  private Future<Reply> readyMade(Call call) {
    return Future.succeededFuture(Reply.ok(items(ReadyMadeMapping.all(), ColumnMappingJson::of)));
  }

  private Future<Reply> get(Call call) {
    return mappings.find(call.caller(), source(call)).map(ColumnMappingRoutes::reply);
  }

  private Future<Reply> put(Call call) {
    var source = source(call);
    var parameters = call.parameters();
    var named = parameters.header("If-Match", ColumnMappingRoutes::tags).optional();
    var tags = parameters.build(named);
    return call.json(ColumnMappingDraft::parse)
        .compose(draft -> mappings.save(call.caller(), source, tags, draft))
        .map(saved -> saved.version() == 1 ? reply(saved).withStatus(201) : reply(saved));
  }

  private Future<Reply> preview(Call call) {
    var parameters = call.parameters();
    var source = parameters.query("source", ContractDelivery::parseSource).optional();
    var sheet = parameters.query("sheet", TableFile::parseSheet).optional();
    var ready = parameters.query("mapping", ColumnMappingRoutes::readyMade).optional();
    var named = parameters.build(() -> source.get().orElse(ContractDelivery.DEFAULT_SOURCE));
    var table = new TableFile(TableForm.of(call.contentType()), sheet.get());
    var body = call.body(WorkbookFeed.BYTES_MAX);
    return mappings
        .reading(call.caller(), named, ready.get())
        .compose(
            read ->
                mappings
                    .look(table, read, body)
                    .map(seen -> Reply.ok(ColumnMappingJson.of(seen, read))));
  }

  private static String source(Call call) {
    return call.pathText("source", ContractDelivery::parseSource);
  }

  private static ReadyMadeMapping readyMade(String name) {
    return ReadyMadeMapping.named(name)
        .orElseThrow(
            () ->
                new Malformed(
                    "MAPPING_UNKNOWN", "Expected a name of GET /v1/ready-made-column-mappings."));
  }

  /** One tag of those will do, and {@code *} stands for any (RFC 9110, 13.1.1). */
  private static Set<String> tags(String header) {
    return Arrays.stream(header.split(",")).map(String::strip).collect(Collectors.toSet());
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
