package nl.banenschakel.architecture;

import static nl.banenschakel.architecture.ContractOperation.JSON;
import static nl.banenschakel.architecture.ContractOperation.reading;
import static nl.banenschakel.architecture.ContractOperation.sending;

import java.util.Map;
import java.util.stream.Stream;
import nl.banenschakel.app.ApiClient;
import nl.banenschakel.platform.auth.Role;

/** The operations of mandates to act for an organisation, and what they are tried on. */
final class MandateOperations {
  private static final String MANDATES = "/v1/mandates";
  private static final String DRAFT =
      "{\"representative\":\"0197a3c4-0000-7e21-b0aa-90c1d2e3f001\",\"representativeName\":\"Bureau\","
          + "\"roles\":[\"hr\"],\"firstDay\":\"2026-01-01\",\"lastDay\":\"2098-12-31\"}";

  private MandateOperations() {}

  static Stream<ContractOperation> all() {
    return Stream.of(
        sending("giveMandate", MANDATES, Role.ADMIN, Role.HR).with(JSON, DRAFT),
        reading("listMandates", MANDATES + "?limit=2", Role.HR),
        reading("getMandate", MANDATES + "/{actingMandate}", Role.HR),
        sending("endMandate", MANDATES + "/{mandateToEnd}/_end", Role.ADMIN, Role.HR));
  }

  static Map<String, String> things(ApiClient admin) {
    return Map.of("actingMandate", give(admin), "mandateToEnd", give(admin));
  }

  private static String give(ApiClient admin) {
    return admin.post(MANDATES, JSON, DRAFT).expect(201).json().getString("id");
  }
}
