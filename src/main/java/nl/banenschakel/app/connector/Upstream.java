package nl.banenschakel.app.connector;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import nl.banenschakel.platform.mail.Mails;
import nl.banenschakel.register.connector.RegisterBridge;

/**
 * Whom the gateway turns to by itself.
 *
 * @param register whom it asks; empty: nobody
 * @param post who takes messages to people
 * @param clock by which that is planned, and which tells what day it is
 */
public record Upstream(Optional<RegisterBridge> register, Mails.Post post, Clock clock) {
  private static final URI NOWHERE = URI.create("http://localhost");

  /** Nobody is asked or written to. */
  public static final Upstream NONE = new Upstream(Optional.empty(), Clock.systemUTC());

  /** Nobody is written to. */
  public Upstream(Optional<RegisterBridge> register, Clock clock) {
    this(register, new Mails.Post(Optional.empty(), NOWHERE), clock);
  }
}
