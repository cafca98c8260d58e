package toyroom;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** A room that stands in no package of the house, so that only the test of new rooms starts it. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class ToyRoom {}
