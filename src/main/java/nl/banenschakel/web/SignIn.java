package nl.banenschakel.web;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import nl.banenschakel.platform.auth.Caller;

/**
 * Signs people in without an identity provider: with a link that works once. For development only;
 * production is not given one. Safe for use by several event loops; holds nothing on disk, so a
 * restart signs everybody out.
 */
public final class SignIn {
  /** How long a link may be used. */
  public static final Duration LINK_LIFETIME = Duration.ofMinutes(10);

  private static final int LINKS_MAX = 100;

  private final boolean https;
  private final InstantSource clock;
  private final Sessions sessions;

  /** In order of making, and so of expiry. */
  private final LinkedHashMap<ByteBuffer, Link> links = new LinkedHashMap<>();

  private record Link(Caller caller, Instant until) {}

  /**
   * Nobody is signed in yet.
   *
   * @param https whether browsers reach the pages over TLS: then their cookie goes no other way
   */
  public SignIn(boolean https, InstantSource clock) {
    this.https = https;
    this.clock = clock;
    this.sessions = new Sessions(clock);
  }

  /**
   * A link that signs its reader in as this caller, once and within {@link #LINK_LIFETIME}. Of more
   * than {@value #LINKS_MAX} unused links the oldest stops working.
   *
   * @param publicUrl how browsers reach the pages, such as {@code http://127.0.0.1:8080}
   */
  public String link(Caller caller, String publicUrl) {
    var base = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    return base + SignInPage.PATH + "?code=" + code(caller).text();
  }

  /** Whether a code would sign somebody in; does not use it up. */
  synchronized boolean knows(Secret code) {
    forgetExpired();
    return links.containsKey(code.digest());
  }

  /** Uses a code up: the session that it begins, if it is good. */
  Optional<Secret> use(Secret code) {
    return take(code).map(link -> sessions.begin(link.caller()));
  }

  /** Who is signed in with the session that a cookie names. */
  Optional<Caller> caller(Optional<String> cookie) {
    return cookie.flatMap(Secret::parse).flatMap(sessions::caller);
  }

  /** Ends the session that a cookie names, if there is one. */
  void end(Optional<String> cookie) {
    cookie.flatMap(Secret::parse).ifPresent(sessions::end);
  }

  /** The name of the cookie; the prefix makes browsers hold it to TLS and this one host. */
  String cookieName() {
    return https ? "__Host-banenschakel" : "banenschakel";
  }

  /** The header {@code Set-Cookie} for a session. */
  String cookie(Secret session) {
    return cookieName() + "=" + session.text() + attributes();
  }

  /** The header {@code Set-Cookie} that makes a browser forget it. */
  String noCookie() {
    return cookieName() + "=; Max-Age=0" + attributes();
  }

  private String attributes() {
    return "; Path=/; HttpOnly; SameSite=Strict" + (https ? "; Secure" : "");
  }

  private synchronized Secret code(Caller caller) {
    forgetExpired();
    if (links.size() >= LINKS_MAX) {
      links.remove(links.keySet().iterator().next());
    }
    var code = Secret.fresh();
    links.put(code.digest(), new Link(caller, clock.instant().plus(LINK_LIFETIME)));
    return code;
  }

  private synchronized Optional<Link> take(Secret code) {
    forgetExpired();
    return Optional.ofNullable(links.remove(code.digest()));
  }

  private void forgetExpired() {
    var now = clock.instant();
    links.values().removeIf(link -> !now.isBefore(link.until()));
  }
}
