package nl.banenschakel.register;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.banenschakel.kernel.Netherlands;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.HttpLimits;
import nl.banenschakel.platform.http.Reply;
import nl.banenschakel.platform.intake.Incoming;
import nl.banenschakel.platform.intake.Intake;
import nl.banenschakel.platform.intake.Mode;
import nl.banenschakel.platform.intake.Upload;
import nl.banenschakel.platform.intake.UploadRoutes;
import nl.banenschakel.platform.intake.column.ColumnOperations;
import nl.banenschakel.platform.json.Fields;
import nl.banenschakel.platform.stream.Decoder;
import nl.banenschakel.platform.stream.table.ColumnMapping;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.stream.table.TableForm;
import nl.banenschakel.platform.stream.table.TableRow;

/**
 * How evidence of the register comes in, lists and answers alike: in one call, as a file or as
 * JSON, or as a file to an address that was given out before.
 */
public final class EvidenceIntake implements Intake {
  private static final String JSON = "application/json";
  private static final String PASTED = "text/plain";

  private final Taker taker;
  private final InstantSource clock;

  /**
   * In front of who takes it.
   *
   * @param clock tells the day after which no evidence speaks
   */
  public EvidenceIntake(Taker taker, InstantSource clock) {
    this.taker = taker;
    this.clock = clock;
  }

  /** Takes one kind of evidence. */
  public interface Taker {
    /** The sort of file. */
    String kind();

    /** Takes a file with rows; fails with every mistake. */
    Future<Upload> takeFile(Incoming file, TableFile table, EvidenceDraft draft);

    /**
     * Takes the contract's JSON, which says itself what it is; fails with every mistake.
     *
     * @param today the last day that it may speak of
     */
    Future<Upload> takeJson(Incoming body, LocalDate today);

    /** The heads that a file lacks, by its first row; none where that row has them. */
    List<String> heads(TableRow first);

    /** Empties staging of a delivery that nobody receives any more. */
    Future<Void> purge(Tx tx, UUID upload);
  }

  /** In what form evidence comes: what a file and a JSON body do differently. */
  public interface Input<B> extends Decoder<B> {

    /** What was asked: when all has been read without a mistake. */
    EvidenceDraft draft();

    /** By what columns were found: by another mapping it is another delivery. */
    default ColumnMapping mapping() {
      return ColumnMapping.NONE;
    }

    /** What was said beside the content, in a fixed order. */
    default String parameters() {
      return draft().parameters() + mapping().parameter();
    }
  }

  /**
   * The operations about the columns of such files. A source is where the evidence was read, as a
   * delivery says it.
   *
   * @param named what the evidence is called in operation ids
   * @param deliveries the path of deliveries
   * @param mappings the path of mappings
   */
  public static ColumnOperations columns(String named, String deliveries, String mappings) {
    return new ColumnOperations(
        "preview" + named + "File",
        deliveries,
        named + "ColumnMapping",
        mappings,
        Set.of(Role.HR),
        TableForm.mediaTypes(PASTED),
        Reads.REGISTER,
        source -> EvidenceSource.parse(source).text(),
        EvidenceSource.PORTAL.text());
  }

  /** Adds the operation that takes it in one call. */
  public void mount(Endpoints http, String operationId, String path) {
    var taken = TableForm.mediaTypes(JSON, PASTED);
    http.upload(operationId, path, roles(), Reads.NO_PERSONS, taken, this::add);
  }

  @Override
  public String kind() {
    return taker.kind();
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.HR);
  }

  @Override
  public Reads reads() {
    return Reads.REGISTER;
  }

  @Override
  public Set<String> mediaTypes() {
    return TableForm.mediaTypes(PASTED);
  }

  @Override
  public Supplier<Taking> read(Fields in) {
    var members = EvidenceDraft.Members.of(in, today());
    var sheet = in.optional("sheet", TableFile::parseSheet);
    return () -> {
      var draft = members.draft();
      return (file, mediaType) ->
          taker.takeFile(file, new TableFile(TableForm.of(mediaType), sheet.optional()), draft);
    };
  }

  @Override
  public List<String> heads(TableRow first) {
    return taker.heads(first);
  }

  @Override
  public Future<Void> purge(Tx tx, UUID upload) {
    return taker.purge(tx, upload);
  }

  private Future<Reply> add(Call call) {
    var parameters = call.parameters();
    var mode = Mode.of(parameters);
    if (call.contentType().equals(JSON)) {
      var body = Incoming.of(call, parameters.build(mode), HttpLimits.JSON_BYTES_MAX);
      return answer(mode.get(), taker.takeJson(body, today()));
    }
    var named = EvidenceDraft.of(parameters, today());
    var sheet = parameters.query("sheet", TableFile::parseSheet).optional();
    var draft = parameters.build(named);
    var table = new TableFile(TableForm.of(call.contentType()), sheet.get());
    return answer(mode.get(), taker.takeFile(Incoming.of(call, mode.get()), table, draft));
  }

  private LocalDate today() {
    return Netherlands.today(clock);
  }

  private static Future<Reply> answer(Mode mode, Future<Upload> taken) {
    return taken.map(upload -> UploadRoutes.answer(mode, upload));
  }
}
