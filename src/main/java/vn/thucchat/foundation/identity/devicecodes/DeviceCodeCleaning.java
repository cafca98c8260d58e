package vn.thucchat.foundation.identity.devicecodes;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps up device codes that have ended, every five minutes. */
@Configuration(proxyBeanMethods = false)
class DeviceCodeCleaning {

    @Bean
    RecurringTask<Void> sweepDeviceCodes(DeviceAuthorizations codes) {
        return Tasks.recurring("device-code-cleaning", FixedDelay.ofMinutes(5))
                .execute((instance, context) -> codes.sweep());
    }
}
