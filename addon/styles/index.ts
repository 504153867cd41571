import './tokens.css'
import './notes.css'
import './slidev-ui.css'
