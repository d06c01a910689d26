package nl.banenschakel.app.partner;

import io.vertx.core.WorkerExecutor;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.banenschakel.agreement.Agreements;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.party.Party;
import nl.banenschakel.person.PersonService;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.intake.Intake;
import nl.banenschakel.platform.intake.Uploads;
import nl.banenschakel.platform.intake.column.ColumnMappings;
import nl.banenschakel.platform.job.Job;
import nl.banenschakel.platform.job.Jobs;
import nl.banenschakel.platform.mail.Mails;
import nl.banenschakel.platform.outbox.Outbox;
import nl.banenschakel.platform.vault.Links;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.relation.Relations;
import nl.banenschakel.relation.invitation.Invitations;
import nl.banenschakel.statement.Statements;
import nl.banenschakel.statement.assignment.Assignments;
import nl.banenschakel.statement.confirmation.Confirmations;
import nl.banenschakel.statement.governing.GoverningService;
import nl.banenschakel.statement.hourtype.HourTypes;
import nl.banenschakel.statement.hourtype.Judging;
import nl.banenschakel.statement.link.PersonLinks;
import nl.banenschakel.statement.own.OwnStatements;
import nl.banenschakel.statement.table.StatementFiles;
import nl.banenschakel.statement.timecard.Timecards;

/** The slices in which two organisations have something in common. */
public record Partners(
    Relations relations,
    Invitations invitations,
    Agreements agreements,
    Hours hours,
    Optional<Job> mailing) {
  /**
   * Hours that one states to the other.
   *
   * @param assignments to which they are stated
   * @param links who is meant by whom states them
   * @param judging whether they count
   * @param confirmations what both say of them
   * @param timecards what was sent as SETU has it
   * @param files in which they are stated
   */
  public record Hours(
      Assignments assignments,
      PersonLinks links,
      Judging judging,
      Statements statements,
      Confirmations confirmations,
      Timecards timecards,
      StatementFiles files,
      OwnStatements own) {
    private static Hours of(
        Db db,
        Vault vault,
        WorkerExecutor workers,
        Outbox outbox,
        Norms norms,
        Assignments assignments,
        GoverningService governing,
        Judging judging,
        Confirmations confirmations,
        Uploads uploads,
        Optional<Path> setuSchemas) {
      var statements =
          Statements.of(
              db,
              vault,
              outbox,
              norms,
              governing,
              assignments.service(),
              judging.service(),
              List.of(confirmations.arrival()));
      return new Hours(
          assignments,
          PersonLinks.of(db, vault, new PersonService()),
          judging,
          statements,
          confirmations,
          Timecards.of(db, vault, workers, statements, setuSchemas),
          StatementFiles.of(uploads, ColumnMappings.of(db, workers), statements.intake()),
          OwnStatements.of(statements, workers));
    }

    private void mount(Endpoints http) {
      assignments.mount(http);
      links.mount(http);
      judging.mount(http);
      statements.mount(http);
      confirmations.mount(http);
      own.mount(http);
      timecards.mount(http);
      files.mount(http);
    }
  }

  /**
   * What an operator puts beside the gateway.
   *
   * @param hourTypes the table of hour types
   * @param setuSchemas the folder with SETU's schemas; empty: there is none
   */
  public record Files(Path hourTypes, Optional<Path> setuSchemas) {}

  /** Wires them; reads the operator's files. */
  public static Partners of(
      Db db,
      Vault vault,
      WorkerExecutor workers,
      Jobs jobs,
      Outbox outbox,
      Norms norms,
      Files files,
      Party party,
      Uploads uploads,
      Mails mails,
      Clock clock) {
    var organisations = party.service();
    var relations = Relations.of(db, outbox, organisations, clock);
    var judging = Judging.of(db, jobs, HourTypes.load(files.hourTypes()));
    var confirmations = Confirmations.of(db, vault, jobs, outbox, norms, clock);
    var links = new Links(vault);
    var invitations = Invitations.of(db, links, organisations, relations.service(), mails, clock);
    var agreements = Agreements.of(db, jobs, outbox, norms, relations.service(), clock);
    var assignments = Assignments.of(db, relations.service());
    var governing = new GoverningService(assignments.service(), agreements.service(), clock);
    return new Partners(
        relations,
        invitations,
        agreements,
        Hours.of(
            db,
            vault,
            workers,
            outbox,
            norms,
            assignments,
            governing,
            judging,
            confirmations,
            uploads,
            files.setuSchemas()),
        mails.job(List.of(invitations.mail())));
  }

  /** Takes their files to addresses that were given out before. */
  public Intake intake() {
    return hours.files().intake();
  }

  /** Adds their operations. */
  public void mount(Endpoints http) {
    relations.mount(http);
    invitations.mount(http);
    agreements.mount(http);
    hours.mount(http);
  }

  /** Who does their jobs. */
  public List<Job> jobs() {
    var others = Stream.of(agreements.job(), hours.judging().job(), hours.confirmations().job());
    return Stream.concat(others, mailing.stream()).toList();
  }
}
