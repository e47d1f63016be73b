"""All that knows MkDocs: the plugin, the build of one locale, navigation, search, theme."""
