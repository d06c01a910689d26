package nl.banenschakel.architecture;

import static nl.banenschakel.architecture.ContractOperation.JSON;
import static nl.banenschakel.architecture.ContractOperation.reading;
import static nl.banenschakel.architecture.ContractOperation.sending;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.banenschakel.app.ApiClient;
import nl.banenschakel.app.TestGateway;
import nl.banenschakel.platform.auth.Role;

/** The operations of mandates to act for an organisation, and what they are tried on. */
final class MandateOperations {
  private static final String MANDATES = "/v1/mandates";
  private static final String SOMEBODY = "0197a3c4-0000-7e21-b0aa-90c1d2e3f001";
  private static final String DRAFT =
      "{\"representative\":\""
          + SOMEBODY
          + "\",\"representativeName\":\"Bureau\","
          + "\"roles\":[\"hr\"],\"firstDay\":\"2026-01-01\",\"lastDay\":\"2098-12-31\"}";

  private MandateOperations() {}

  static Stream<ContractOperation> all() {
    return Stream.of(
        sending("giveMandate", MANDATES, Role.ADMIN, Role.HR).with(JSON, DRAFT),
        reading("listMandates", MANDATES + "?limit=2", Role.HR),
        reading("getMandate", MANDATES + "/{actingMandate}", Role.HR),
        sending("endMandate", MANDATES + "/{mandateToEnd}/_end", Role.ADMIN, Role.HR));
  }

  /**
   * New ones each time, of a giver of their own: one gives so many at a time only.
   *
   * @param ours who received them
   */
  static Map<String, String> things(TestGateway gateway, UUID ours) {
    var giver = gateway.as(gateway.createOrganisation("Voorbeeld Onderwijs"), Role.ADMIN);
    return Map.of("actingMandate", give(giver, ours), "mandateToEnd", give(giver, ours));
  }

  private static String give(ApiClient giver, UUID ours) {
    var draft = DRAFT.replace(SOMEBODY, ours.toString());
    return giver.post(MANDATES, JSON, draft).expect(201).json().getString("id");
  }
}
