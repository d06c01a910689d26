package nl.banenschakel.platform.db;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.net.ClientSSLOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is and who we are there. Its text never holds the password.
 *
 * @param host name or address; an IPv6 address without brackets
 * @param port 1 to 65535
 */
public record DatabaseAddress(
    String host, int port, String database, String user, String password, SslMode sslMode) {
  static final String APPLICATION = "banenschakel";
  private static final int DEFAULT_PORT = 5432;
  private static final int PORT_MAX = 65_535;
  private static final String SSL_MODE_PARAMETER = "sslmode=";

  public DatabaseAddress {
    Objects.requireNonNull(password);
    Objects.requireNonNull(sslMode);
    refuseWhen(host.isBlank(), "has no host");
    refuseWhen(port < 1 || port > PORT_MAX, "has a port outside 1 to 65535");
    refuseWhen(database.isBlank(), "names no database");
    refuseWhen(user.isBlank(), "names no user");
  }

  /** An address reached without TLS: a server on this machine. */
  public DatabaseAddress(String host, int port, String database, String user, String password) {
    this(host, port, database, user, password, SslMode.DISABLE);
  }

  /**
   * Reads {@code postgresql://user:password@host:port/database?sslmode=verify-full}; {@code
   * postgres://} is the same. The port defaults to 5432 and sslmode, as in libpq, to prefer. User
   * and password may be percent-encoded.
   *
   * @throws IllegalArgumentException saying what is wrong, without the text that was given
   */
  public static DatabaseAddress parse(String url) {
    var uri = uri(url);
    var scheme = uri.getScheme();
    refuseWhen(
        !"postgresql".equals(scheme) && !"postgres".equals(scheme),
        "does not start with postgresql://");
    var login = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
    var colon = login.indexOf(':');
    return new DatabaseAddress(
        host(uri),
        uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
        uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", ""),
        decoded(colon < 0 ? login : login.substring(0, colon)),
        decoded(colon < 0 ? "" : login.substring(colon + 1)),
        sslMode(uri.getQuery()));
  }

  /** The same server and login, another database. */
  public DatabaseAddress withDatabase(String name) {
    return new DatabaseAddress(host, port, name, user, password, sslMode);
  }

  /** The same database, another login. */
  public DatabaseAddress withUser(String name, String itsPassword) {
    return new DatabaseAddress(host, port, database, name, itsPassword, sslMode);
  }

  /** For JDBC; holds neither user nor password. */
  public String jdbcUrl() {
    var name = URLEncoder.encode(database, UTF_8).replace("+", "%20");
    return "jdbc:postgresql://" + bracketed() + ":" + port + "/" + name;
  }

  /** JDBC's settings besides address and login. */
  Map<String, String> jdbcSettings() {
    var settings = new HashMap<>(Map.of("sslmode", sslMode.value, "ApplicationName", APPLICATION));
    if (verifies()) {
      settings.put("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
    }
    return settings;
  }

  /** A session over blocking JDBC: for starting, never for serving. */
  Connection connect() throws SQLException {
    var properties = new Properties();
    properties.putAll(jdbcSettings());
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    return DriverManager.getConnection(jdbcUrl(), properties);
  }

  /** For vertx-pg-client, without pool or time limits. Certificates are checked as sslmode says. */
  public PgConnectOptions toPgConnectOptions() {
    var options =
        new PgConnectOptions()
            .setHost(host)
            .setPort(port)
            .setDatabase(database)
            .setUser(user)
            .setPassword(password)
            .setSslMode(sslMode);
    return sslMode == SslMode.DISABLE ? options : options.setSslOptions(sslOptions());
  }

  /** As a URL that {@link #parse} reads, password and all: only for the operator's own eyes. */
  public String url() {
    return url(URLEncoder.encode(password, UTF_8).replace("+", "%20"));
  }

  /** As a URL with the password masked. */
  @Override
  public String toString() {
    return url("***");
  }

  private String url(String shownPassword) {
    return "postgresql://%s:%s@%s:%d/%s?%s%s"
        .formatted(
            user, shownPassword, bracketed(), port, database, SSL_MODE_PARAMETER, sslMode.value);
  }

  private ClientSSLOptions sslOptions() {
    return new ClientSSLOptions()
        .setTrustAll(!verifies())
        .setHostnameVerificationAlgorithm(sslMode == SslMode.VERIFY_FULL ? "HTTPS" : "");
  }

  private boolean verifies() {
    return sslMode == SslMode.VERIFY_CA || sslMode == SslMode.VERIFY_FULL;
  }

  private String bracketed() {
    return host.indexOf(':') < 0 ? host : "[" + host + "]";
  }

  private static URI uri(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      // Without the cause: its message repeats the whole text, password included.
      throw new IllegalArgumentException("the database address is not a URL (" + place(e) + ")");
    }
  }

  private static String place(URISyntaxException e) {
    return "character " + (e.getIndex() + 1);
  }

  private static String host(URI uri) {
    return uri.getHost() == null ? "" : uri.getHost().replaceAll("^\\[|]$", "");
  }

  private static SslMode sslMode(@Nullable String query) {
    if (query == null || query.isEmpty()) {
      return SslMode.PREFER;
    }
    refuseWhen(
        !query.startsWith(SSL_MODE_PARAMETER) || query.indexOf('&') >= 0,
        "has a parameter other than sslmode");
    try {
      return SslMode.of(query.substring(SSL_MODE_PARAMETER.length()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the database address has an unknown sslmode", e);
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
  }

  private static void refuseWhen(boolean wrong, String what) {
    if (wrong) {
      throw new IllegalArgumentException("the database address " + what);
    }
  }
}
