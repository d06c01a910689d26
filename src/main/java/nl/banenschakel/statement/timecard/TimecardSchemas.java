package nl.banenschakel.statement.timecard;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.StartRefused;
import nl.banenschakel.platform.failure.Violation;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The standard's own schemas, where the operator has them: then a message is held against them too,
 * after it was read. They look for nothing outside their folder.
 */
final class TimecardSchemas {
  private static final String EARLIER = "v1.4/xsd/hr-xml/SIDES/TimeCardAdditionalData.xsd";
  private static final String SETU_2 = "v2.0/Timecard.xsd";

  /** What a message of Java's begins with: the rest of it may repeat a value. */
  private static final Pattern RULE = Pattern.compile("^[a-zA-Z][a-zA-Z0-9.\\-]{2,60}(?=:)");

  private final Optional<Schema> earlier;
  private final Optional<Schema> second;

  private TimecardSchemas(Optional<Schema> earlier, Optional<Schema> second) {
    this.earlier = earlier;
    this.second = second;
  }

  /**
   * Reads those of a folder, at the start only.
   *
   * @param folder as SETU publishes it, with {@code v1.4} and {@code v2.0} in it; empty: none
   * @throws StartRefused when one is not there, or is none
   */
  static TimecardSchemas load(Optional<Path> folder) {
    return new TimecardSchemas(
        folder.map(it -> schema(it.resolve(EARLIER))),
        folder.map(it -> schema(it.resolve(SETU_2))));
  }

  /** Holds one of SETU 1.x against its schema; fails with every place where it breaks it. */
  void requireEarlier(Buffer xml) {
    earlier.ifPresent(schema -> require(schema, xml));
  }

  /** Holds one of SETU 2.0, written as XML, against its schema. */
  void require(Buffer xml) {
    second.ifPresent(schema -> require(schema, xml));
  }

  private static void require(Schema schema, Buffer xml) {
    var mistakes = new ArrayList<Violation>();
    try {
      var validator = schema.newValidator();
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      validator.setErrorHandler(listing(mistakes));
      validator.validate(new StreamSource(new ByteArrayInputStream(xml.getBytes())));
    } catch (SAXException | IOException stopped) { // Bytes may not be of the encoding they say.
      if (mistakes.isEmpty()) {
        mistakes.add(violation(1, 1, ""));
      }
    }
    if (!mistakes.isEmpty()) {
      throw new Failure.Invalid(mistakes);
    }
  }

  private static ErrorHandler listing(List<Violation> mistakes) {
    return new ErrorHandler() {
      @Override
      public void warning(SAXParseException odd) {}

      @Override
      public void error(SAXParseException broken) throws SAXException {
        mistakes.add(
            violation(
                broken.getLineNumber(),
                broken.getColumnNumber(),
                String.valueOf(broken.getMessage())));
        if (mistakes.size() >= Failure.Invalid.LISTED_MAX) {
          throw broken;
        }
      }

      @Override
      public void fatalError(SAXParseException unreadable) throws SAXException {
        error(unreadable);
        throw unreadable;
      }
    };
  }

  private static Violation violation(int line, int column, String message) {
    var rule = RULE.matcher(message);
    return new Violation(
        "line %d column %d".formatted(line, column),
        "SCHEMA_BROKEN",
        rule.find()
            ? "The standard's schema does not allow this (%s).".formatted(rule.group())
            : "The standard's schema does not allow this.");
  }

  private static Schema schema(Path file) {
    try {
      var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
      return factory.newSchema(file.toFile());
    } catch (SAXException unreadable) {
      throw new StartRefused(
          "The schemas in config/setu cannot be used", file + " is not there, or is no schema");
    }
  }
}
