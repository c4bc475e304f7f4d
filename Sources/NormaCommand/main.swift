Startup.openMissingDescriptors()
Startup.reportWarnings()
Startup.outliveFileSizeLimits()
Norma.start()
