package nl.banenschakel.register;

import nl.banenschakel.norm.Norms;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.person.PersonService;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.intake.Intake;
import nl.banenschakel.platform.intake.Uploads;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.register.answer.RegisterAnswers;
import nl.banenschakel.register.presence.Presences;

/** The slice as a whole, for the wiring. */
public final class Register {
  private final RegisterService service;
  private final RegisterAnswers answers;
  private final Presences presences;

  private Register(RegisterService service, RegisterAnswers answers, Presences presences) {
    this.service = service;
    this.answers = answers;
    this.presences = presences;
  }

  /** Over a database, with the vault that seals and the intake that takes deliveries. */
  public static Register of(
      Db db,
      Vault vault,
      Norms norms,
      Uploads uploads,
      PersonService persons,
      OrganisationService organisations) {
    return new Register(
        new RegisterService(db, vault, uploads, persons, organisations),
        RegisterAnswers.of(db, vault, uploads, persons, organisations),
        Presences.of(db, norms, organisations));
  }

  /** Adds the slice's operations. */
  public void mount(Endpoints http) {
    new RegisterRoutes(service).mount(http);
    answers.mount(http);
    presences.mount(http);
  }

  /** Takes its files to addresses that were given out before. */
  public Intake intake() {
    return new SnapshotIntake(service);
  }

  /** What other parts of the gateway may ask of it. */
  public RegisterService service() {
    return service;
  }
}
