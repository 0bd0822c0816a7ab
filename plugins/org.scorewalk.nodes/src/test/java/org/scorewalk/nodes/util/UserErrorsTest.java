// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.util;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.scorewalk.engine.InputException;
import org.scorewalk.nodes.ExecutionTestBase;

class UserErrorsTest extends ExecutionTestBase {

    @Test
    void inputErrorsKeepTheirSentence() {
        assertThatThrownBy(() -> UserErrors.configuring(() -> {
            throw new InputException("It is wrong.");
        })).isInstanceOf(InvalidSettingsException.class).hasMessage("It is wrong.");
        assertThatThrownBy(() -> UserErrors.executing(() -> {
            throw new InputException("It is wrong.");
        })).isInstanceOf(KNIMEException.class).hasMessage("It is wrong.").hasCauseInstanceOf(InputException.class);
        assertThatThrownBy(() -> UserErrors.executing(() -> {
            throw new InvalidSettingsException("It is not there.");
        })).isInstanceOf(KNIMEException.class).hasMessage("It is not there.");
    }

    @Test
    void cancelIsNoError() {
        assertThatThrownBy(() -> UserErrors.executing(() -> {
            throw new CancellationException();
        })).isInstanceOf(CanceledExecutionException.class);
    }

    @Test
    void wantOfMemoryAndFileTroubleAreExplained() {
        assertThatThrownBy(() -> UserErrors.executing(() -> {
            throw new OutOfMemoryError("test");
        })).isInstanceOf(KNIMEException.class).hasMessageContaining("not enough memory");
        assertThatThrownBy(() -> UserErrors.executing(() -> {
            throw new IOException("disk full");
        })).isInstanceOf(KNIMEException.class).hasMessageContaining("disk full");
    }

    @Test
    void programmingErrorsStayWhatTheyAre() {
        assertThatThrownBy(() -> UserErrors.executing(() -> {
            throw new IllegalStateException("bug");
        })).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theMonitorPassesCancelOn() {
        final var monitor = ExecutionMonitors.of(context());
        monitor.check();
        execution().cancel();

        assertThatThrownBy(monitor::check).isInstanceOf(CancellationException.class);
        Thread.interrupted(); // cancel interrupts the thread that executes
    }
}
