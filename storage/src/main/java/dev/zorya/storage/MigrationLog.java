package dev.zorya.storage;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Flyway has to say, for those who look for it. It reports a full disk a dozen times over and with stack traces; the
 * person gets one sentence, from the exception that ends the migration. Public because Flyway makes it by its name.
 */
public final class MigrationLog implements LogCreator {
    @Override
    public Log createLogger(Class<?> owner) {
        return new Debug(LoggerFactory.getLogger(owner));
    }

    private record Debug(Logger to) implements Log {
        @Override
        public void debug(String message) {
            to.debug(message);
        }

        @Override
        public void info(String message) {
            to.debug(message);
        }

        @Override
        public void notice(String message) {
            to.debug(message);
        }

        @Override
        public void warn(String message) {
            to.debug(message);
        }

        @Override
        public void error(String message) {
            to.debug(message);
        }

        @Override
        public void error(String message, Exception cause) {
            to.debug(message, cause);
        }
    }
}
