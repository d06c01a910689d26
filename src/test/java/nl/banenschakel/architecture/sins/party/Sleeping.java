package nl.banenschakel.architecture.sins.party;

/** Wrong on purpose. */
final class Sleeping {
  private Sleeping() {}

  static void sleep() throws InterruptedException {
    Thread.sleep(1);
  }
}
