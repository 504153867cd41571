import '@fontsource-variable/ibm-plex-sans/wght.css'
import './talk.css'
