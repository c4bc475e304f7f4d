Startup.openMissingDescriptors()
Norma.start()
