package nl.banenschakel.app;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.streams.ReadStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.banenschakel.app.connector.Upstream;
import nl.banenschakel.employment.ContractDelivery;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.KnownAt;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.party.Organisation;
import nl.banenschakel.party.OrganisationDraft;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.intake.Incoming;
import nl.banenschakel.platform.intake.IntakeObserver;
import nl.banenschakel.platform.intake.IntakeSettings;
import nl.banenschakel.platform.stream.Chunks;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.stream.table.TableForm;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.reconciliation.RunDraft;
import nl.banenschakel.register.EvidenceDraft;
import nl.banenschakel.register.EvidenceSource;
import nl.banenschakel.report.ReportDocument;

/** Takes one employer's files through the same services as the server does, one after the other. */
final class FileReconciliation {
  private static final Gateway.Settings SETTINGS =
      new Gateway.Settings(
          IntakeSettings.DEFAULT, URI.create("urn:banenschakel:command"), Optional.empty());

  private final Vertx vertx;
  private final Gateway gateway;
  private final Loonheffingennummer number;
  private final Caller caller;

  FileReconciliation(Vertx vertx, Database database, Loonheffingennummer number) {
    this.vertx = vertx;
    this.number = number;
    var db = Db.open(vertx, database.app(), Db.Limits.DEFAULT);
    gateway =
        Gateway.over(
            vertx,
            db,
            Vault.inMemory(),
            Norms.load(Home.norms()),
            SETTINGS,
            Upstream.NONE,
            IntakeObserver.NONE);
    var operator = new Caller("command", Caller.NO_ORGANISATION, Set.of(), Set.of(Role.ADMIN));
    var draft =
        new OrganisationDraft("Werkgever", List.of(Organisation.Kind.EMPLOYER), List.of(number));
    var made = Waiting.on(gateway.party().service().create(operator, draft));
    caller = new Caller("command", made.id(), Set.of(made.id()), Set.of(Role.HR, Role.PAYROLL));
  }

  List<String> takeRegister(Path file, LocalDate peildatum) {
    var draft = new EvidenceDraft(number, peildatum, Optional.empty(), EvidenceSource.PORTAL);
    return take(
        "register",
        file,
        body ->
            gateway.register().service().takeFile(Incoming.real(caller, body), table(file), draft));
  }

  List<String> takeContracts(Path file) {
    var delivery =
        new ContractDelivery(number, ContractDelivery.DEFAULT_SOURCE, ContractDelivery.Scope.FULL);
    return take(
        "contracts",
        file,
        body ->
            gateway
                .employment()
                .service()
                .take(Incoming.real(caller, body), table(file), delivery, "--employer"));
  }

  /** The n-th of the command line, from 1. */
  List<String> takeWageReturn(int n, Path file) {
    return take(
        "wage-return[" + n + "]",
        file,
        body -> gateway.payroll().service().take(Incoming.real(caller, body), Optional.of(number)));
  }

  /** Makes the report, and hands its text over piece by piece. */
  void reconcile(ReportDocument form, Consumer<String> out) {
    var draft = new RunDraft(number, Optional.empty(), Optional.empty(), KnownAt.NOW);
    var held =
        Waiting.on(
            gateway
                .reconciliation()
                .service()
                .start(caller, draft)
                .compose(run -> gateway.reporting().service().open(caller, run.id())));
    var chunks = ReportDocument.write(held, form);
    for (var piece = next(chunks); piece.isPresent(); piece = next(chunks)) {
      out.accept(piece.get().toString());
    }
    chunks.close();
  }

  private static Optional<Buffer> next(Chunks chunks) {
    return Waiting.on(chunks.next());
  }

  /** Whether another file would help; a norm that is missing is for the operator to add. */
  static boolean isOfTheFiles(Failure refused) {
    return refused instanceof Failure.Invalid
        || refused instanceof Failure.TooLarge
        || (refused instanceof Failure.Conflict && !"PARAMETER_MISSING".equals(refused.code()));
  }

  /** Every mistake of a file, a line each; none when it was taken. */
  private List<String> take(String what, Path file, Function<ReadStream<Buffer>, Future<?>> take) {
    var named = named(what, String.valueOf(file.getFileName()));
    try {
      Waiting.on(
          vertx
              .fileSystem()
              .open(file.toString(), new OpenOptions().setWrite(false).setCreate(false))
              .compose(body -> take.apply(body.pause())));
      return List.of();
    } catch (Failure.Invalid invalid) {
      var mistakes =
          invalid.violations().stream()
              .map(it -> "%s: %s: %s (%s)".formatted(named, it.at(), it.detail(), it.code()));
      return Stream.concat(mistakes, more(named, invalid)).toList();
    } catch (Failure.Conflict | Failure.TooLarge refused) {
      if (!isOfTheFiles(refused)) {
        throw refused;
      }
      return List.of("%s: %s (%s)".formatted(named, refused.getMessage(), refused.code()));
    }
  }

  /** By its name: there is no sender that says what it is. */
  private static TableFile table(Path file) {
    return new TableFile(TableForm.ofName(String.valueOf(file.getFileName())), Optional.empty());
  }

  /** People name files after people: a BSN in a name is not repeated. */
  private static String named(String what, String fileName) {
    return Bsn.occursIn(fileName) ? what : what + " " + fileName;
  }

  private static Stream<String> more(String named, Failure.Invalid invalid) {
    int unlisted = invalid.total() - invalid.violations().size();
    return unlisted > 0
        ? Stream.of("%s: and %d mistakes more".formatted(named, unlisted))
        : Stream.empty();
  }
}
