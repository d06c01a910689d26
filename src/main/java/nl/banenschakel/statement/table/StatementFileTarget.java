package nl.banenschakel.statement.table;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.intake.Delivery;
import nl.banenschakel.platform.intake.Outcome;
import nl.banenschakel.platform.intake.Target;
import nl.banenschakel.platform.stream.Decoder;
import nl.banenschakel.statement.Statement;
import nl.banenschakel.statement.StatementIntake;

/**
 * One file with statements: all of them are taken in, or none. They go the way of any statement,
 * one after the other, since what follows from each is decided by several parts and is not a set;
 * so their number is bounded. They are few enough to be held, and nothing is staged.
 */
final class StatementFileTarget implements Target<List<FileStatement>> {
  private final Caller caller;
  private final StatementFileDecoder decoder;
  private final String source;
  private final String parameters;
  private final StatementIntake intake;
  private final StatementFileRepository files;
  private final List<StatementIntake.Taken> taken = new ArrayList<>();
  private List<FileStatement> statements = List.of();

  StatementFileTarget(
      Caller caller,
      StatementFileDecoder decoder,
      String source,
      String parameters,
      StatementIntake intake,
      StatementFileRepository files) {
    this.caller = caller;
    this.decoder = decoder;
    this.source = source;
    this.parameters = parameters;
    this.intake = intake;
    this.files = files;
  }

  @Override
  public String kind() {
    return StatementTable.KIND.name();
  }

  @Override
  public Decoder<List<FileStatement>> decoder() {
    return decoder;
  }

  @Override
  public Delivery delivery() {
    return new Delivery(Optional.empty(), source, parameters);
  }

  @Override
  public Future<Void> stage(Tx tx, UUID upload, List<FileStatement> all) {
    statements = all;
    return Future.succeededFuture();
  }

  @Override
  public int rows(List<FileStatement> all) {
    return decoder.rows();
  }

  /**
   * What is wrong with a statement shows when it is taken in: each of them is tried. Where one is
   * not taken in none stays, since the refusal itself is committed.
   */
  @Override
  public Future<List<Violation>> check(Tx tx, UUID upload) {
    return tx.part(() -> takeAll(tx))
        .map(List.<Violation>of())
        .recover(
            cause ->
                cause instanceof Failure.Invalid refused
                    ? Future.succeededFuture(refused.violations())
                    : Future.failedFuture(cause));
  }

  @Override
  public Future<Outcome> merge(Tx tx, UUID upload) {
    var counts = new TreeMap<String, Long>();
    counts.put("lines", (long) decoder.rows());
    counts.put("statements", (long) taken.size());
    counts.put("new", taken.stream().filter(StatementIntake.Taken::fresh).count());
    counts.put("unchanged", taken.stream().filter(it -> !it.fresh()).count());
    counts.put("marked", taken.stream().filter(StatementFileTarget::isMarked).count());
    var ids = taken.stream().map(it -> it.statement().id()).toList();
    return files
        .add(tx, upload, ids)
        .map(new Outcome(Optional.of("/v1/statements?file=" + upload), counts));
  }

  @Override
  public Future<Void> purge(Tx tx, UUID upload) {
    return Future.succeededFuture();
  }

  private Future<Void> takeAll(Tx tx) {
    taken.clear(); // The transaction may run twice.
    var mistakes = new ArrayList<Violation>();
    Future<Void> all = Future.succeededFuture();
    for (var statement : statements) { // STATEMENTS_MAX, each in its own round trips.
      all = all.compose(before -> take(tx, statement, mistakes));
    }
    return all.compose(
        tried ->
            mistakes.isEmpty()
                ? Future.succeededFuture()
                : Future.failedFuture(new Failure.Invalid(mistakes)));
  }

  private Future<Void> take(Tx tx, FileStatement statement, List<Violation> mistakes) {
    return tx.part(() -> intake.take(tx, caller, statement.sent()))
        .onSuccess(taken::add)
        .<Void>mapEmpty()
        .recover(
            cause -> {
              var found = statement.mistakes(cause);
              mistakes.addAll(found);
              return found.isEmpty() ? Future.failedFuture(cause) : Future.succeededFuture();
            });
  }

  private static boolean isMarked(StatementIntake.Taken taken) {
    return !taken.statement().marks().isEmpty()
        || taken.whole().lines().stream().map(Statement.Line::marks).anyMatch(it -> !it.isEmpty());
  }
}
