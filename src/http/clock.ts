// The time, as a port, so that tests can move it. Production's is the machine's.

/** Now, in whole epoch seconds. */
export type Clock = () => number;
