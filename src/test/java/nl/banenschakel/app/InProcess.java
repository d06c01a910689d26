package nl.banenschakel.app;

import static nl.banenschakel.testing.Await.await;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.core.streams.ReadStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntSupplier;
import nl.banenschakel.app.connector.Upstream;
import nl.banenschakel.employment.ContractDelivery;
import nl.banenschakel.kernel.KnownAt;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.party.Organisation;
import nl.banenschakel.party.OrganisationDraft;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.intake.Incoming;
import nl.banenschakel.platform.intake.IntakeObserver;
import nl.banenschakel.platform.intake.IntakeSettings;
import nl.banenschakel.platform.intake.Upload;
import nl.banenschakel.platform.stream.Chunks;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.reconciliation.RunDraft;
import nl.banenschakel.register.EvidenceDraft;
import nl.banenschakel.register.EvidenceSource;
import nl.banenschakel.report.ReportDocument;
import nl.banenschakel.report.ReportJson;
import nl.banenschakel.testing.FileStream;
import nl.banenschakel.testing.TestDatabase;

/** The gateway's services without HTTP: quick enough for many employers one after the other. */
final class InProcess implements AutoCloseable {
  private static final Gateway.Settings SETTINGS =
      new Gateway.Settings(
          IntakeSettings.DEFAULT, URI.create("urn:banenschakel:test"), Optional.empty());

  private final TestDatabase database = TestDatabase.fresh();
  private final Vertx vertx = Vertx.vertx();
  private final Db db = Db.open(vertx, database.appAddress(), Db.Limits.DEFAULT);
  private final Gateway gateway =
      Gateway.over(
          vertx,
          db,
          Vault.inMemory(),
          Norms.load(Home.norms()),
          SETTINGS,
          Upstream.NONE,
          IntakeObserver.NONE);

  /** A new employer. Its files come in pieces of sizes that are asked for one by one. */
  Employer employer(String number, IntSupplier pieceBytes) {
    return new Employer(Loonheffingennummer.parse(number), pieceBytes);
  }

  @Override
  public void close() {
    await(db.close());
    await(vertx.close());
    database.close();
  }

  /** One organisation, and what it delivers. */
  final class Employer {
    private final Loonheffingennummer number;
    private final IntSupplier pieceBytes;
    private final Caller caller;

    private Employer(Loonheffingennummer number, IntSupplier pieceBytes) {
      this.number = number;
      this.pieceBytes = pieceBytes;
      var operator = new Caller("test", Caller.NO_ORGANISATION, Set.of(), Set.of(Role.ADMIN));
      var draft =
          new OrganisationDraft("Werkgever", List.of(Organisation.Kind.EMPLOYER), List.of(number));
      var made = await(gateway.party().service().create(operator, draft)).id();
      caller = new Caller("test", made, Set.of(made), Set.of(Role.HR, Role.PAYROLL));
    }

    @CanIgnoreReturnValue
    Upload register(Buffer file, LocalDate peildatum) {
      var draft = new EvidenceDraft(number, peildatum, Optional.empty(), EvidenceSource.PORTAL);
      return take(
          file,
          body ->
              gateway
                  .register()
                  .service()
                  .takeFile(Incoming.real(caller, body), TableFile.CSV, draft));
    }

    @CanIgnoreReturnValue
    Upload contracts(Buffer file) {
      var delivery =
          new ContractDelivery(
              number, ContractDelivery.DEFAULT_SOURCE, ContractDelivery.Scope.FULL);
      return take(
          file,
          body ->
              gateway
                  .employment()
                  .service()
                  .take(Incoming.real(caller, body), TableFile.CSV, delivery, "x"));
    }

    @CanIgnoreReturnValue
    Upload wageReturn(Buffer file) {
      return take(
          file,
          body ->
              gateway.payroll().service().take(Incoming.real(caller, body), Optional.of(number)));
    }

    /** The report, without what names this one run. */
    JsonObject report() {
      var draft = new RunDraft(number, Optional.empty(), Optional.empty(), KnownAt.NOW);
      var held =
          await(
              gateway
                  .reconciliation()
                  .service()
                  .start(caller, draft)
                  .compose(run -> gateway.reporting().service().open(caller, run.id())));
      return new JsonObject(whole(ReportDocument.write(held, ReportJson.ofMoment())));
    }

    private static String whole(Chunks chunks) {
      var text = Buffer.buffer();
      for (var piece = await(chunks.next()); piece.isPresent(); piece = await(chunks.next())) {
        text.appendBuffer(piece.get());
      }
      chunks.close();
      return text.toString();
    }

    private Upload take(Buffer file, Function<ReadStream<Buffer>, Future<Upload>> taken) {
      return await(
          Future.future(
              promise -> {
                var stream = new FileStream(vertx.getOrCreateContext(), file, pieceBytes);
                taken.apply(stream).onComplete(promise);
              }));
    }
  }
}
