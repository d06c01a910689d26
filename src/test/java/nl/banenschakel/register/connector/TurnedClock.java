package nl.banenschakel.register.connector;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import nl.banenschakel.kernel.Netherlands;

/** A clock that a test turns by hand. */
public final class TurnedClock extends Clock {
  private volatile Instant now;

  /** Noon of a day, in the Netherlands. */
  public TurnedClock(LocalDate day) {
    this.now = noon(day);
  }

  /** To a moment. */
  public void turnTo(Instant moment) {
    now = moment;
  }

  /** To noon of a day. */
  public void turnTo(LocalDate day) {
    now = noon(day);
  }

  /** So much later. */
  public void turn(Duration forward) {
    now = now.plus(forward);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  /** Noon of a day. */
  public static Instant noon(LocalDate day) {
    return day.atTime(12, 0).atZone(Netherlands.ZONE).toInstant();
  }
}
