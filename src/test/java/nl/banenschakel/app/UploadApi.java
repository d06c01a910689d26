package nl.banenschakel.app;

import static nl.banenschakel.app.SampleFiles.NUMBER;

import java.util.UUID;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A gateway, an employer of its own for every test, and somebody who delivers for it. */
class UploadApi {
  static TestGateway gateway;

  UUID organisation;
  ApiClient client;

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void an_employer() {
    organisation = gateway.createOrganisation("Voorbeeld Zorg", NUMBER);
    client = gateway.as(organisation, Role.HR, Role.PAYROLL);
  }
}
