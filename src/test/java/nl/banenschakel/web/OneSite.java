package nl.banenschakel.web;

import static nl.banenschakel.testing.Await.await;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The pages in front of a database of their own, as in development. */
class OneSite {
  @TempDir static Path keys;

  static TestDatabase database;
  static Vertx vertx;
  static Db db;
  static Site site;

  @BeforeAll
  static void start() throws IOException {
    database = TestDatabase.fresh();
    vertx = Vertx.vertx();
    db = Db.open(vertx, database.appAddress(), Db.Limits.DEFAULT);
    site = Site.development(db, keys);
  }

  @AfterAll
  static void stop() {
    site.close();
    await(db.close());
    await(vertx.close());
    database.close();
  }
}
