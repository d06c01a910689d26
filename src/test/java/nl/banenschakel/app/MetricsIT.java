package nl.banenschakel.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsIT {
  @Test
  void sessions_of_the_database_that_are_open_are_shown_beside_their_limit() {
    try (var gateway = TestGateway.start()) {
      var organisation = gateway.createOrganisation("Voorbeeld Zorg", SampleFiles.NUMBER);

      assertThat(organisation).isNotNull();
      var figures = gateway.managementPage("/metrics").text();

      assertThat(figures)
          .containsPattern("(?m)^banenschakel_db_connections [1-9]")
          .containsPattern("(?m)^banenschakel_db_connections_limit 14\\.0");
    }
  }
}
