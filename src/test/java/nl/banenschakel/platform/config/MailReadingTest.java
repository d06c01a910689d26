package nl.banenschakel.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.banenschakel.platform.failure.StartRefused;
import nl.banenschakel.platform.mail.MailSettings;
import org.junit.jupiter.api.Test;

class MailReadingTest {
  private static final Path HOME = Path.of("/opt/banenschakel");
  private static final String FROM = "banen@example.nl";

  @Test
  void without_settings_nobody_is_written_to() {
    assertThat(read(Map.of())).isEmpty();
  }

  @Test
  void a_mail_server_is_reached_with_tls_unless_it_is_on_this_machine() {
    var sure = read(Map.of("from", FROM, "host", "mail.example.nl", "user", "u", "password", "p"));
    var near = read(Map.of("from", FROM, "host", "localhost", "security", "none", "port", "25"));

    var smtp = (MailSettings.Smtp) sure.orElseThrow();
    assertThat(smtp.security()).isEqualTo(MailSettings.Security.STARTTLS);
    assertThat(smtp.port()).isEqualTo(587);
    assertThat(smtp.login()).contains(new MailSettings.Login("u", "p"));
    assertThat(sure.toString()).doesNotContain(FROM, "password", "p]");
    assertThat(near).isPresent();
    assertThat(mistakes(Map.of("from", FROM, "host", "mail.example.nl", "security", "none")))
        .containsExactly("mail.security");
  }

  @Test
  void half_a_setting_is_refused() {
    assertThat(mistakes(Map.of("host", "mail.example.nl"))).containsExactly("mail.from");
    assertThat(mistakes(Map.of("from", FROM))).containsExactly("mail.from");
    assertThat(mistakes(Map.of("from", FROM, "host", "m.nl", "folder", "out", "user", "u")))
        .containsExactlyInAnyOrder("mail.folder", "mail.password");
    assertThat(mistakes(Map.of("from", "Banen <b@x.nl>", "host", "m.nl"))).contains("mail.from");
    assertThat(mistakes(Map.of("user", "u", "password", "p")))
        .containsExactlyInAnyOrder("mail.user", "mail.password");
  }

  private static Optional<MailSettings> read(Map<String, Object> mail) {
    return Config.standard(HOME, Map.of("mail", mail)).mail();
  }

  private static List<String> mistakes(Map<String, Object> mail) {
    var refused = catchThrowableOfType(StartRefused.class, () -> read(mail));
    return refused.mistakes().stream().map(it -> it.replaceFirst(" .*", "")).toList();
  }
}
