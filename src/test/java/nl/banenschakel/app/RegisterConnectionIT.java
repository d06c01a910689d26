package nl.banenschakel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RegisterConnectionIT {
  @Test
  void health_and_metrics_tell_whether_the_register_is_asked() {
    try (var gateway = TestGateway.start(Map.of("register.connector.kind", "simulated"))) {
      var health = gateway.managementPage("/health");
      var metrics = gateway.managementPage("/metrics").text();

      assertThat(health.status()).isEqualTo(200);
      assertThat(health.text()).isEqualTo("up\nregister connector: circuit closed\n");
      assertThat(metrics)
          .contains("banenschakel_circuit{server=\"register\",state=\"closed\"} 1.0")
          .contains("banenschakel_circuit{server=\"register\",state=\"open\"} 0.0");
    }
  }
}
