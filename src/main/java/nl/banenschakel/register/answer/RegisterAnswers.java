package nl.banenschakel.register.answer;

import java.time.InstantSource;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.person.PersonService;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.intake.Intake;
import nl.banenschakel.platform.intake.Uploads;
import nl.banenschakel.platform.intake.column.ColumnMappings;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.register.EvidenceIntake;

/** The area as a whole, for the slice. */
public final class RegisterAnswers {
  private final AnswerService answers;
  private final EvidenceIntake intake;
  private final ColumnMappings mappings;

  private RegisterAnswers(AnswerService answers, EvidenceIntake intake, ColumnMappings mappings) {
    this.answers = answers;
    this.intake = intake;
    this.mappings = mappings;
  }

  /** Over a database, with the vault that seals, the intake and what it knows of columns. */
  public static RegisterAnswers of(
      Db db,
      Vault vault,
      Uploads uploads,
      PersonService persons,
      OrganisationService organisations,
      ColumnMappings mappings,
      InstantSource clock) {
    var answers = new AnswerService(db, vault, uploads, persons, organisations, mappings);
    return new RegisterAnswers(answers, new EvidenceIntake(answers, clock), mappings);
  }

  /** Adds the area's operations. */
  public void mount(Endpoints http) {
    new AnswerRoutes(answers, intake).mount(http);
    mappings.mount(http, AnswerTable.KIND, AnswerTable.OPERATIONS);
  }

  /** Takes its files to addresses that were given out before. */
  public Intake intake() {
    return intake;
  }
}
