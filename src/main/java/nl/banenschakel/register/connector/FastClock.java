package nl.banenschakel.register.connector;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that starts at the right time and then moves faster: months pass in minutes. */
public final class FastClock extends Clock {
  private final Clock real;
  private final Instant start;
  private final int speed;

  /** So many times as fast as time. */
  public FastClock(Clock real, int speed) {
    this.real = real;
    this.start = real.instant();
    this.speed = speed;
  }

  @Override
  public Instant instant() {
    return start.plus(Duration.between(start, real.instant()).multipliedBy(speed));
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
