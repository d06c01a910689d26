package nl.banenschakel.register.answer;

import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.person.PersonService;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.intake.Intake;
import nl.banenschakel.platform.intake.Uploads;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.register.EvidenceIntake;

/** The area as a whole, for the slice. */
public final class RegisterAnswers {
  private final AnswerService answers;

  private RegisterAnswers(AnswerService answers) {
    this.answers = answers;
  }

  /** Over a database, with the vault that seals and the intake that takes deliveries. */
  public static RegisterAnswers of(
      Db db,
      Vault vault,
      Uploads uploads,
      PersonService persons,
      OrganisationService organisations) {
    return new RegisterAnswers(new AnswerService(db, vault, uploads, persons, organisations));
  }

  /** Adds the area's operations. */
  public void mount(Endpoints http) {
    new AnswerRoutes(answers).mount(http);
  }

  /** Takes its files to addresses that were given out before. */
  public Intake intake() {
    return new EvidenceIntake(answers);
  }
}
