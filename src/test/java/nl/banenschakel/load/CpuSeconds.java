package nl.banenschakel.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What the three processes of a measurement spend of the processor, on Linux. Other programs change
 * the seconds on the clock; these they change little.
 */
final class CpuSeconds {
  /** Clock ticks a second, as Linux tells them to programs. */
  private static final double TICKS = 100;

  // Behind the name of the program, which stands in brackets: proc(5).
  private static final int UTIME = 11;
  private static final int CSTIME = 14;

  private final ProcessHandle gateway;
  private final long postmaster;

  CpuSeconds(ProcessHandle gateway, long postmaster) {
    this.gateway = gateway;
    this.postmaster = postmaster;
  }

  /** Seconds of processor since each of them started. */
  record Spent(double sender, double gateway, double postgres) {
    Spent since(Spent earlier) {
      return new Spent(
          sender - earlier.sender, gateway - earlier.gateway, postgres - earlier.postgres);
    }

    double all() {
      return sender + gateway + postgres;
    }
  }

  Spent spent() {
    return new Spent(of(ProcessHandle.current()), of(gateway), ofPostgres());
  }

  private static double of(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  /** Sessions that live, and what the postmaster knows of those that have ended. */
  private double ofPostgres() {
    double living =
        ProcessHandle.of(postmaster).stream()
            .flatMap(ProcessHandle::children)
            .mapToDouble(CpuSeconds::of)
            .sum();
    return living + withEndedChildren(postmaster);
  }

  private static double withEndedChildren(long pid) {
    try {
      var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      long ticks = 0;
      for (int field = UTIME; field <= CSTIME; field++) {
        ticks += Long.parseLong(fields[field]);
      }
      return ticks / TICKS;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
